package io.chaoxi.platform.file;

/**
 * Asked before a file is handed out or deleted, besides the rules that hold for all (attachments: record in reach; others:
 * only the maker). Registers as a bean and refuses by throwing.
 */
public interface FileGate {
    void pass(StoredFile file);
}
