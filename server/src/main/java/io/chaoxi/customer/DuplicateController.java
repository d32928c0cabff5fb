package io.chaoxi.customer;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.Emails;
import io.chaoxi.platform.text.PhoneNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells while somebody types whether the customer is there already. */
@RestController
class DuplicateController {
    private static final int LONGEST = 300;

    private final Catalogues catalogues;
    private final Customers customers;

    DuplicateController(Catalogues catalogues, Customers customers) {
        this.catalogues = catalogues;
        this.customers = customers;
    }

    /** The stored form of what was typed; null while it is none. */
    @FunctionalInterface
    private interface Normal {
        @Nullable
        String of(String text);
    }

    /** Customers that share a key with what was typed. */
    record Found(List<Duplicate> items) {}

    /**
     * For whoever may make customers, by hand or from a file. A number or address that is not complete yet finds nothing;
     * a field that one may not see is left out.
     */
    @GetMapping("/api/v1/duplicates/customer")
    @Needs({"customer.create", "customer.import"})
    Found duplicates(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String creditCode) {
        var typed = new HashMap<String, @Nullable Object>();
        Catalogue catalogue = catalogues.of("customer");
        put(typed, catalogue, "name", name, text -> text);
        put(typed, catalogue, "creditCode", creditCode, text -> text);
        put(typed, catalogue, "phone", phone, DuplicateController::stored);
        put(typed, catalogue, "email", email, text -> Emails.normalise(text).valueOrNull());
        return new Found(customers.duplicates(typed));
    }

    private static @Nullable String stored(String phone) {
        return PhoneNumbers.parse(phone, "CN") instanceof Checked.Accepted<PhoneNumbers.Phone>(PhoneNumbers.Phone known)
                ? known.stored()
                : null;
    }

    private static void put(
            Map<String, @Nullable Object> typed,
            Catalogue catalogue,
            String field,
            @Nullable String text,
            Normal normal) {
        if (text == null || text.isBlank() || catalogue.visible(field).isEmpty()) return;
        if (text.length() > LONGEST) {
            throw Refusal.fields(List.of(new FieldError(field, "tooLong", Map.of("max", LONGEST))));
        }
        typed.put(field, normal.of(text.strip()));
    }
}
