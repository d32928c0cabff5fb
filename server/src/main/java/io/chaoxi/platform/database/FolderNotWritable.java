package io.chaoxi.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/** The home folder cannot be written by the user who started the application. */
public final class FolderNotWritable extends StartFailure {

    private static final long serialVersionUID = 1L;

    public FolderNotWritable(Path folder, IOException cause) {
        super(
                "目录 %s 不可写：请给当前用户写权限，或用 CRM_HOME 指定另一个目录。".formatted(folder),
                "The folder %s is not writable: give the current user the right to write, or name another folder with CRM_HOME."
                        .formatted(folder),
                cause);
    }
}
