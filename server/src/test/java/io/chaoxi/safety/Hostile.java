package io.chaoxi.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes good requests bad, by a seeded chance: values of the wrong kind, size, script or intent anywhere in them. */
final class Hostile {
    /** Stands in every id that nobody may set; it must never be seen again. */
    static final String MARK = "0badc0de-0bad-7bad-8bad-0badc0de0bad";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[2J",
            "\r\nSet-Cookie: a=b",
            "-1",
            "0",
            "99999999999999999999",
            "1e999",
            "NaN",
            "null",
            "undefined",
            "[]",
            "{}",
            "true",
            "2026-02-30",
            "0000-00-00",
            "9999999-01-01",
            "+292278995-01-01T00:00:00Z",
            "@me",
            "@today-999999999999d",
            "../../etc/passwd",
            "..\\..\\x",
            "%2e%2e%2f",
            "%00",
            "<script>alert(1)</script>",
            "{{7*7}}${7*7}#{7*7}",
            "=cmd|' /C calc'!A0",
            "𠮷𬎆㐀",
            "👨‍👩‍👧‍👦",
            "\u202Eabc\u2066",
            "e\u0301\u0301\u0301",
            "\uFEFF",
            "İıſK",
            "0badc0de-0bad-7bad-8bad-0badc0de0bae",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1");
    /** What an injection program sends, in the forms that each parameter would have to swallow. */
    private static final List<String> INJECTIONS = List.of(
            "' or '1'='1",
            "'; select pg_sleep(9)--",
            "\" or 1=1--",
            "1) union select null,null,null--",
            "name desc; drop table customer--",
            "name,(select 1 from pg_sleep(9))",
            "-createdAt;select pg_sleep(9)",
            "name=='x' or pg_sleep(9) is null",
            "name=like=%25' or pg_sleep(9)--",
            "name=in=(select password_hash from account)",
            "custom.x'||(select 1)||'==1",
            "custom.x->>'a'==1",
            "tenantId==1",
            "id==" + MARK,
            "name==\\",
            "name=like=" + "%".repeat(50),
            "(".repeat(400),
            "name==a" + ";name==a".repeat(900),
            "Asia/Shanghai'; set time zone 'UTC",
            "zh-CN'--",
            "eyJhIjoiJyBvciAxPTEifQ==");

    private static final List<String> NOT_ASSIGNABLE = List.of(
            "id",
            "tenantId",
            "tenant_id",
            "version",
            "createdAt",
            "createdBy",
            "changedAt",
            "changedBy",
            "deletedAt",
            "deleted_at",
            "ownerDepartment",
            "owner_id",
            "role",
            "isAdmin",
            "installationAdministrator",
            "locked",
            "code",
            "sample",
            "completeness",
            "search",
            "__proto__",
            "constructor",
            "@type",
            "$ref",
            "class");
    private static final List<String> HEADERS = List.of(
            "If-Match",
            "Idempotency-Key",
            "Accept-Language",
            "Content-Type",
            "Accept",
            "X-Request-Id",
            "Authorization",
            "Last-Event-ID",
            "If-None-Match",
            "Range",
            "Origin",
            "X-HTTP-Method-Override",
            "X-Forwarded-For");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "\"1\"",
            "W/\"1\"",
            "*",
            "\"-1\"",
            "\"99999999999999999999\"",
            "x".repeat(5_000),
            "text/plain",
            "application/xml",
            "application/json; charset=utf-7",
            "en-US,*;q=9",
            "Bearer cx_" + "0".repeat(40),
            "bytes=0-1,5-",
            "multipart/form-data",
            "http://evil.example",
            "DELETE",
            "127.0.0.1, '--");

    private final Random random;
    private final ApiDocument document;

    Hostile(Random random, ApiDocument document) {
        this.random = random;
        this.document = document;
    }

    /** The call with one to three things spoilt. */
    Call spoilt(Call call) {
        Call bad = call;
        for (int i = 1 + random.nextInt(3); i > 0; i--) bad = spoiltOnce(bad);
        return bad;
    }

    private Call spoiltOnce(Call call) {
        var operation = document.operation(call.operation());
        return switch (random.nextInt(call.body() == null ? 4 : 10)) {
            case 0 ->
                call.place().isEmpty()
                        ? query(call, operation)
                        : call.at(any(call.place().keySet()), path());
            case 1, 2 -> query(call, operation);
            case 3 -> call.with(any(HEADERS), any(HEADER_VALUES));
            case 4 -> call.sending(raw());
            default -> call.sending(body(call.body(), document.bodyProperties(operation)));
        };
    }

    private Call query(Call call, ApiDocument.Operation operation) {
        var known = new ArrayList<>(operation.parameters("query"));
        known.addAll(call.query().keySet());
        boolean unknown = known.isEmpty() || random.nextInt(8) == 0;
        String name = unknown ? any(List.of("filter", "timeZone", "locale", "lang", "_method", "x[]")) : any(known);
        return call.asking(name, random.nextBoolean() ? any(INJECTIONS) : text());
    }

    /** Something in the place of an id; the dots of a path that leads elsewhere would be another operation. */
    private String path() {
        String text = text();
        return text.isBlank() || text.matches("\\.*") || text.length() > 5_000
                ? UUID.randomUUID().toString()
                : text;
    }

    private String text() {
        return switch (random.nextInt(12)) {
            case 0 -> "长".repeat(1 + random.nextInt(3_000));
            case 1 -> any(INJECTIONS);
            case 2 -> noise();
            default -> any(TEXTS);
        };
    }

    private String noise() {
        var noise = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) noise.appendCodePoint(random.nextInt(0xD800));
        return noise.toString();
    }

    private Object body(Object body, List<String> properties) {
        if (!(body instanceof JsonNode json)) return mangled((String) body);
        if (!(json.deepCopy() instanceof ObjectNode changed)) return raw();
        var names = new ArrayList<>(changed.propertyNames());
        names.addAll(properties);
        switch (random.nextInt(6)) {
            case 0 -> changed.set(any(NOT_ASSIGNABLE), value(0));
            case 1 -> changed.put(any(NOT_ASSIGNABLE), MARK);
            case 2 -> changed.set(text().isEmpty() ? "x" : text(), value(0));
            case 3 -> changed.remove(names.isEmpty() ? "x" : any(names));
            default -> changed.set(names.isEmpty() ? "x" : any(names), value(0));
        }
        return changed;
    }

    private String mangled(String form) {
        if (form == null || form.length() < 10) return text();
        int at = random.nextInt(form.length() - 5);
        return form.substring(0, at) + text() + form.substring(at + random.nextInt(5));
    }

    private JsonNode value(int depth) {
        var nodes = JSON.getNodeFactory();
        return switch (random.nextInt(depth > 3 ? 7 : 10)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextLong());
            case 3 -> nodes.numberNode(random.nextInt(100) - 50);
            case 4 -> nodes.numberNode(new java.math.BigDecimal("1e" + (random.nextInt(800) - 400)));
            case 5, 6 -> nodes.stringNode(text());
            case 7 -> {
                var list = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) list.add(value(depth + 1));
                yield list;
            }
            case 8 -> {
                var object = nodes.objectNode();
                object.set(any(List.of("amount", "id", "label", "x", "")), value(depth + 1));
                object.put("currency", any(List.of("CNY", "XXX", "¥", "")));
                yield object;
            }
            default -> {
                JsonNode deep = nodes.stringNode("x");
                for (int i = 0; i < 60; i++) deep = nodes.arrayNode().add(deep);
                yield deep;
            }
        };
    }

    private String raw() {
        return switch (random.nextInt(9)) {
            case 0 -> "";
            case 1 -> "{";
            case 2 -> "[".repeat(20_000);
            case 3 -> "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
            case 4 -> "\"\\ud800\"";
            case 5 -> "{\"name\":\"" + "x".repeat(200_000) + "\"}";
            case 6 -> "{\"name\":" + "9".repeat(3_000) + "}";
            case 7 -> "{\"name\":\"a\",\"name\":\"b\",\"name\":\"\\ud800\"}";
            default -> value(0).toString();
        };
    }

    private <T> T any(Iterable<T> values) {
        var list = new ArrayList<T>();
        values.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }
}
