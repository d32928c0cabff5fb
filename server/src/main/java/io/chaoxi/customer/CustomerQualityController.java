package io.chaoxi.customer;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to complete: over all customers in reach, and of one. */
@RestController
@RequestMapping("/api/v1/customers")
@Needs("customer.read")
class CustomerQualityController {
    private final CustomerQuality quality;

    CustomerQualityController(CustomerQuality quality) {
        this.quality = quality;
    }

    /** The checks in the order in which they are worth doing. */
    record Cleanup(List<CustomerQuality.Check> items) {}

    @GetMapping("/cleanup")
    Cleanup cleanup() {
        return new Cleanup(quality.cleanup());
    }

    @GetMapping("/{id}/completeness")
    CustomerQuality.Score completeness(@PathVariable String id) {
        return quality.of(Ids.known(id));
    }
}
