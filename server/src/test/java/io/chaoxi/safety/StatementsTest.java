package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G25: no request takes more than 30 statements, and a list takes as many for 10 rows as for 200. That no request of any
 * other test takes more is seen to by the application itself ({@code crm.web.statements-at-most}).
 */
@ApplicationTest
class StatementsTest {
    private static final int AT_MOST = 30;

    @Autowired
    ApplicationContext application;

    private static int statements(Http.Answer answer) {
        String timing = answer.headers().firstValue("Server-Timing").orElse("sql;desc=0");
        return Integer.parseInt(timing.substring(timing.indexOf('=') + 1));
    }

    @Test
    void noOperationTakesMoreThanThirty() {
        Firm firm = Firm.found(application);
        var examples = new Examples(application, firm);
        var heavy = new ArrayList<String>();
        for (String operation : examples.operations()) {
            var answer = examples.call(operation).send(firm.administrator().http());
            if (answer.status() >= 500 || statements(answer) > AT_MOST) {
                heavy.add(operation + " " + answer.status() + " " + statements(answer));
            }
        }
        assertThat(heavy).isEmpty();
    }

    @Test
    void aLongPageTakesNoMoreThanAShortOne() {
        Firm firm = Firm.found(application);
        var owner = firm.person("rep");
        for (int i = 0; i < 210; i++) {
            var customer = firm.record("customer", Map.of("name", "多" + i, "owner", owner.id()));
            firm.record("contact", Map.of("name", "人" + i, "customer", customer));
        }
        Http http = firm.administrator().http();
        for (String list : List.of("customers", "contacts", "people", "customers/deleted", "audit")) {
            int brief = fewest(http, "/api/v1/" + list + "?limit=10");
            assertThat(fewest(http, "/api/v1/" + list + "?limit=200")).as(list).isLessThanOrEqualTo(brief);
        }
    }

    /** Of three tries, for the rights of whoever asks are read anew every few seconds. */
    private static int fewest(Http http, String path) {
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            var answer = http.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            fewest = Math.min(fewest, statements(answer));
        }
        return fewest;
    }
}
