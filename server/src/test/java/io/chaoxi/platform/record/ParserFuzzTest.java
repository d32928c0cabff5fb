package io.chaoxi.platform.record;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters and patches as callers write them: understood or refused, whatever the text. */
@ApplicationTest
class ParserFuzzTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> OBJECTS = List.of("customer", "contact", "person", "department");
    private static SignedIn administrator;

    @Autowired
    ApplicationContext application;

    @FuzzTest(maxDuration = "60s")
    void compilesOrRefusesAnyFilter(FuzzedDataProvider data) {
        String object = data.pickValue(OBJECTS);
        String filter = data.consumeRemainingAsString();
        judged(() -> {
            var catalogue = application.getBean(Catalogues.class).of(object);
            var condition = application.getBean(Filters.class).compile(catalogue, filter);
            if (condition.toString().isEmpty()) throw new AssertionError(filter);
        });
    }

    @FuzzTest(maxDuration = "60s")
    void readsOrRefusesAnyPatch(FuzzedDataProvider data) {
        String object = data.pickValue(OBJECTS);
        JsonNode patch;
        try {
            patch = JSON.readTree(data.consumeRemainingAsString());
        } catch (JacksonException noJson) {
            return;
        }
        judged(() -> application
                .getBean(Patches.class)
                .read(application.getBean(Catalogues.class).of(object), patch, true));
    }

    private void judged(Runnable work) {
        if (administrator == null) administrator = Firm.found(application).administrator();
        try {
            administrator.as(work);
        } catch (Refusal refused) {
            if (refused.status() >= 500 || refused.code().isEmpty()) throw new AssertionError(refused);
        }
    }
}
