package io.chaoxi.identity.firm;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.database.StartFailure;
import io.chaoxi.platform.problem.Refusal;
import java.time.ZoneId;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * When no firm exists yet: founds it with CRM_ADMIN_LOGIN and CRM_ADMIN_PASSWORD, or else prints the one-time code. The
 * code goes to the terminal only, not into the log.
 */
@Component
class SetupAtStart implements ApplicationRunner {
    private final Setup setup;
    private final Firms firms;
    private final CrmSettings settings;

    SetupAtStart(Setup setup, Firms firms, CrmSettings settings) {
        this.setup = setup;
        this.firms = firms;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setup.isOpen()) return;
        settings.admin().whenGiven().ifPresentOrElse(this::found, this::print);
    }

    private void found(CrmSettings.Administrator admin) {
        var firm =
                new NewFirm("我的公司", admin.login(), admin.login(), admin.password(), ZoneId.of("Asia/Shanghai"), "zh");
        try {
            firms.foundFirst(firm);
        } catch (Refusal refusal) {
            if (refusal.code().equals("setupClosed")) return;
            throw new StartFailure(
                    "CRM_ADMIN_LOGIN 或 CRM_ADMIN_PASSWORD 不合要求：密码至少 10 个字符，不能是登录名，也不能是常见密码。",
                    "CRM_ADMIN_LOGIN or CRM_ADMIN_PASSWORD is refused: a password has 10 characters or more, is not the"
                            + " login and none of the common ones.",
                    refusal);
        }
    }

    private void print() {
        String code = setup.newCode();
        System.out.printf(
                "%n  还没有公司。打开 %s/setup 完成设置，一次性代码：%n  No firm yet. Set it up there with this one-time code:%n%n      %s%n%n",
                settings.baseUrl(), code);
    }
}
