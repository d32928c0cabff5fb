package io.chaoxi.customer;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.Emails;
import io.chaoxi.platform.text.PhoneNumbers;
import io.chaoxi.platform.text.Websites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells while somebody types whether the customer, contact or lead is there already. */
@RestController
@RequestMapping("/api/v1/duplicates")
class DuplicateController {
    private static final int LONGEST = 300;

    private final Catalogues catalogues;
    private final DuplicateSearch search;

    DuplicateController(Catalogues catalogues, DuplicateSearch search) {
        this.catalogues = catalogues;
        this.search = search;
    }

    /** Records that are the same as what was typed, or look like it; the surest first. */
    record Found(List<Duplicate> items) {}

    /**
     * For whoever may make customers, by hand or from a file. A number or address that is not complete yet finds nothing;
     * a field that one may not see is left out.
     */
    @GetMapping("/customer")
    @Needs({"customer.create", "customer.import"})
    Found customers(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String shortName,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String creditCode,
            @RequestParam(required = false) @Nullable String website,
            @RequestParam(required = false) @Nullable String address) {
        var typed = new Typed(catalogues.of("customer"));
        typed.put("name", name, text -> text);
        typed.put("shortName", shortName, text -> text);
        typed.put("phone", phone, DuplicateController::stored);
        typed.put("email", email, text -> Emails.normalise(text).valueOrNull());
        typed.put("creditCode", creditCode, text -> text);
        typed.put("website", website, text -> Websites.normalise(text).valueOrNull());
        typed.put("address", address, text -> text);
        return new Found(search.of(typed.catalogue, typed.values));
    }

    /** For whoever may make contacts; by name only at the customer that is given. */
    @GetMapping("/contact")
    @Needs({"contact.create", "contact.import"})
    Found contacts(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email) {
        var typed = new Typed(catalogues.of("contact"));
        typed.put("name", name, text -> text);
        typed.put("customer", customer, text -> Ids.read(text).orElse(null));
        typed.put("phone", phone, DuplicateController::stored);
        typed.put("email", email, text -> Emails.normalise(text).valueOrNull());
        return new Found(search.of(typed.catalogue, typed.values));
    }

    /** For whoever may make leads; customers and contacts that are the same are found too. */
    @GetMapping("/lead")
    @Needs({"lead.create", "lead.import"})
    Found leads(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String website,
            @RequestParam(required = false) @Nullable String address) {
        var typed = new Typed(catalogues.of("lead"));
        typed.put("name", name, text -> text);
        typed.put("phone", phone, DuplicateController::stored);
        typed.put("email", email, text -> Emails.normalise(text).valueOrNull());
        typed.put("website", website, text -> Websites.normalise(text).valueOrNull());
        typed.put("address", address, text -> text);
        return new Found(search.of(typed.catalogue, typed.values));
    }

    private static @Nullable String stored(String phone) {
        return PhoneNumbers.parse(phone, "CN") instanceof Checked.Accepted<PhoneNumbers.Phone>(PhoneNumbers.Phone known)
                ? known.stored()
                : null;
    }

    /** What was typed, in its stored form where it is complete. */
    private record Typed(Catalogue catalogue, Map<String, @Nullable Object> values) {
        Typed(Catalogue catalogue) {
            this(catalogue, new HashMap<>());
        }

        void put(String field, @Nullable String text, Function<String, @Nullable Object> stored) {
            if (text == null || text.isBlank() || catalogue.visible(field).isEmpty()) return;
            if (text.length() > LONGEST) {
                throw Refusal.fields(List.of(new FieldError(field, "tooLong", Map.of("max", LONGEST))));
            }
            values.put(field, stored.apply(text.strip()));
        }
    }
}
