package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The requests that every kind of record has, on records of a firm. */
final class RecordExamples {
    private static final Map<String, String> GROUPED_BY = Map.of(
            "customer", "owner",
            "contact", "primaryContact",
            "activity", "kind",
            "lead", "status",
            "task", "kind",
            "visit", "manner",
            "promise", "source",
            "person", "department",
            "department", "leader",
            "pool", "everyone");
    private static final Map<String, String> CROSSED_WITH = Map.of(
            "customer", "bigReach",
            "contact", "owner",
            "activity", "outcome",
            "lead", "inquirer",
            "task", "priority",
            "visit", "status",
            "promise", "status",
            "person", "locked",
            "department", "parent",
            "pool", "standard");

    private final Ingredients firm;
    private final BiConsumer<String, Function<Call, Call>> add;

    RecordExamples(Ingredients firm, BiConsumer<String, Function<Call, Call>> add) {
        this.firm = firm;
        this.add = add;
    }

    private static Call listed(Call call, String title) {
        return call.asking("filter", title + "=like=安全")
                .asking("q", "安全")
                .asking("sort", "-createdAt")
                .asking("fields", title + ",createdAt")
                .asking("limit", 2);
    }

    /** What records of the trade have besides. */
    void ofTrade(String path, String object) {
        Supplier<String> fresh = () -> firm.record(object, Map.of()).toString();
        add.accept("GET " + path + "/{id}/shares", call -> call.at("id", fresh.get()));
        String share = path + "/{id}/shares/{kind}/{grantee}";
        add.accept(
                "PUT " + share,
                call -> call.at("id", fresh.get())
                        .at("kind", "person")
                        .at("grantee", firm.rep.id().toString())
                        .sending(Map.of("level", "write", "until", "2999-12-31")));
        add.accept(
                "DELETE " + share,
                call -> call.at("id", firm.shared(path, fresh.get()))
                        .at("kind", "person")
                        .at("grantee", firm.rep.id().toString()));
        add.accept("GET " + path + "/merges", call -> call.asking("others", fresh.get()));
        add.accept("POST " + path + "/merges", call -> call.sending(firm.merge(object, fresh.get(), fresh.get())));
    }

    private Call onComment(Call call, String path, String record) {
        String comment = firm.made(path + "/" + record + "/comments", Map.of("text", "一条"));
        return call.at("id", record).at("comment", comment);
    }

    void of(String path, String object) {
        Supplier<String> fresh = () -> firm.record(object, Map.of()).toString();
        String written = Ingredients.written(object);
        String title = object.equals("activity") ? "title" : written;
        add.accept("GET " + path, call -> listed(call, title));
        add.accept("GET " + path + "/deleted", call -> listed(call, title));
        add.accept(
                "GET " + path + "/count",
                call -> call.asking("filter", title + "=like=安全").asking("q", ""));
        add.accept("GET " + path + "/groups", call -> call.asking("by", GROUPED_BY.get(object)));
        add.accept(
                "GET " + path + "/matrix",
                call -> call.asking("rows", GROUPED_BY.get(object)).asking("columns", CROSSED_WITH.get(object)));
        add.accept("GET " + path + "/{id}/plays", call -> call.at("id", fresh.get()));
        add.accept("POST " + path, call -> call.sending(firm.draft(object)));
        add.accept(
                "POST " + path + "/readings",
                call -> call.sending(Map.of("fields", List.of(written), "rows", List.of(List.of("安全")))));
        add.accept("GET " + path + "/{id}", call -> call.at("id", fresh.get()));
        add.accept(
                "PATCH " + path + "/{id}",
                call -> call.at("id", fresh.get()).with("If-Match", "\"1\"").sending(Map.of(written, firm.word())));
        add.accept("DELETE " + path + "/{id}", call -> call.at("id", fresh.get()));
        add.accept("POST " + path + "/{id}/restore", call -> call.at("id", firm.deleted(path, fresh.get())));
        add.accept(
                "POST " + path + "/{id}/assign",
                call -> call.at("id", fresh.get()).sending(Map.of("owner", firm.rep.id())));
        String hidden = Ingredients.PLAIN.contains(object) ? written : "phone";
        add.accept(
                "POST " + path + "/{id}/reveal",
                call -> call.at("id", fresh.get()).sending(Map.of("field", hidden)));
        add.accept("GET " + path + "/{id}/history", call -> call.at("id", fresh.get()));
        add.accept("GET " + path + "/{id}/why", call -> call.at("id", fresh.get()));
        add.accept(
                "GET " + path + "/{id}/timeline",
                call -> call.at("id", fresh.get()).asking("types", "change,comment,activity"));
        add.accept("GET " + path + "/{id}/comments", call -> call.at("id", firm.commented(path, fresh.get())));
        add.accept(
                "POST " + path + "/{id}/comments",
                call -> call.at("id", fresh.get())
                        .with("Idempotency-Key", "k" + firm.next())
                        .sending(Map.of("text", "你好 @[某](person:" + firm.rep.id() + ")")));
        String comment = path + "/{id}/comments/{comment}";
        for (String operation : List.of("DELETE " + comment, "PUT " + comment + "/pin", "DELETE " + comment + "/pin")) {
            add.accept(operation, call -> onComment(call, path, fresh.get()));
        }
        add.accept("GET " + path + "/{id}/files", call -> call.at("id", fresh.get()));
        add.accept(
                "POST " + path + "/{id}/files",
                call -> call.at("id", fresh.get()).uploading("说明.txt", "文字"));
        add.accept(
                "POST " + path + "/bulk",
                call -> call.sending(
                        Map.of("ids", List.of(fresh.get(), fresh.get()), "patch", Map.of(written, firm.word()))));
    }
}
