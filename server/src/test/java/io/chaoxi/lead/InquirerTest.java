package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InquirerTest {
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "inquiryCompany", List.of("given", "withheld"),
            "inquiryUse", List.of("ownUse", "resale"),
            "inquirySpecification", List.of("clear", "vague"),
            "inquiryInsider", List.of("insider", "outsider"));

    @Test
    void whoeverAnswersAllFourIsOneOrTheOther() {
        assertThat(Inquirer.questions()).isEqualTo(ANSWERS.keySet());
        int buyers = 0;
        for (int pattern = 0; pattern < 16; pattern++) {
            var answers = new HashMap<String, Object>();
            int against = 0;
            int at = 0;
            for (var question : ANSWERS.entrySet()) {
                int answer = pattern >> at++ & 1;
                against += answer;
                answers.put(question.getKey(), question.getValue().get(answer));
            }
            assertThat(Inquirer.of(answers)).isEqualTo(against >= 2 ? "probe" : "buyer");
            if (against < 2) buyers++;
        }
        assertThat(buyers).isEqualTo(5);
    }

    @Test
    void isOpenUntilTheAnswersDecide() {
        assertThat(Inquirer.of(Map.of())).isNull();
        assertThat(Inquirer.of(Map.of("inquiryCompany", "given", "inquiryUse", "ownUse")))
                .isNull();
        assertThat(Inquirer.of(Map.of("inquiryCompany", "withheld", "inquiryInsider", "outsider")))
                .isEqualTo("probe");
        assertThat(Inquirer.of(Map.of("inquiryCompany", "addedByTheFirm", "inquiryUse", "ownUse")))
                .isNull();
    }
}
