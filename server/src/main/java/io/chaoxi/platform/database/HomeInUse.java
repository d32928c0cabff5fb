package io.chaoxi.platform.database;

import java.nio.file.Path;

/** Another running application holds this home folder. */
public final class HomeInUse extends StartFailure {

    private static final long serialVersionUID = 1L;

    public HomeInUse(Path home) {
        super(
                "数据目录 %s 正被另一个潮汐 CRM 使用：请先用 ./crm stop 停止它，或用 CRM_HOME 指定另一个目录。".formatted(home),
                "The folder %s is used by another running Chaoxi CRM: stop it with ./crm stop, or name another folder with CRM_HOME."
                        .formatted(home));
    }
}
