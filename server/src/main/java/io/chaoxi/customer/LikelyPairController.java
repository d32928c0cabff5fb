package io.chaoxi.customer;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.rights.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers or contacts that are probably one, over the whole firm; for whoever may merge them. */
@RestController
@RequestMapping("/api/v1/duplicates/{object}/pairs")
@Needs({"customer.merge", "contact.merge"})
class LikelyPairController {
    private static final int MOST = 200;

    private final LikelyPairList pairs;

    LikelyPairController(LikelyPairList pairs) {
        this.pairs = pairs;
    }

    /** The surest first. {@code after} is what the page before said as {@code next}; {@code limit} at most 200. */
    @GetMapping
    LikelyPairList.Page list(
            @PathVariable String object,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return pairs.list(
                Compared.of(object),
                after == null || after.isEmpty() ? null : PairId.known(after),
                Math.clamp(limit, 1, MOST));
    }

    @PostMapping("/search")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView search(
            @PathVariable String object,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return pairs.search(Compared.of(object), key);
    }

    /** The two are two and not shown as a pair any more, in later searches neither. */
    @PutMapping("/{id}/apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void apart(@PathVariable String object, @PathVariable String id) {
        pairs.apart(Compared.of(object), PairId.known(id), true);
    }

    @DeleteMapping("/{id}/apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void together(@PathVariable String object, @PathVariable String id) {
        pairs.apart(Compared.of(object), PairId.known(id), false);
    }
}
