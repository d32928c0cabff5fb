package io.chaoxi.webform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** How the page of a form looks, and the policy that lets nothing but this look into it. */
final class FormStyle {
    /** The light and dark colours of the program's own page. */
    static final String CSS = """
            :root{color-scheme:light dark;--ink:#1f2733;--soft:#5a6472;--ground:#f4f6f8;--card:#fff;--line:#8a94a3;--main:#0958d9;--on:#fff;--bad:#b42318}
            @media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#a3adba;--ground:#12161c;--card:#1b2129;--line:#7d8794;--main:#7ab0ff;--on:#0b1420;--bad:#ff9c92}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
            main{max-width:560px;margin:0 auto;padding:24px 20px 32px;background:var(--card);min-height:100vh;overflow-wrap:anywhere}
            h1{font-size:22px;line-height:1.35;margin:0 0 12px}
            p{margin:0 0 16px}
            .lines{white-space:pre-line}
            .field,fieldset{margin:0 0 18px;padding:0;border:0}
            label,legend{display:block;font-weight:600;margin-bottom:6px;padding:0}
            label b,legend b{color:var(--bad);font-size:13px;font-weight:500;margin-left:4px}
            label.box{display:flex;gap:10px;align-items:flex-start;font-weight:400;min-height:44px;padding:8px 0;margin:0}
            label.box input{flex:none;width:20px;height:20px;margin:3px 0 0}
            input:not([type=checkbox]),select,textarea{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px}
            [aria-invalid=true]{border-color:var(--bad)}
            :focus-visible{outline:3px solid var(--main);outline-offset:1px}
            button{width:100%;min-height:48px;font:inherit;font-weight:600;color:var(--on);background:var(--main);border:0;border-radius:6px;cursor:pointer}
            .fault,.notice{color:var(--bad)}
            .fault{margin:6px 0 0;font-size:14px}
            .notice{border:1px solid var(--bad);border-radius:6px;padding:10px 12px}
            .apart{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
            footer{margin-top:24px;color:var(--soft);font-size:14px}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private FormStyle() {}

    /** Framed by these sites only; by none when there are none. */
    static String policy(List<String> origins) {
        return POLICY + (origins.isEmpty() ? "'none'" : String.join(" ", origins));
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
