package io.chaoxi.lead;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for a price, by four questions: a buyer gives his company, uses it himself, knows the specification and the
 * trade. Three answers of a buyer make one, two that are none make a probe for prices; before that it is open. Answers
 * that the firm added itself count for neither.
 */
final class Inquirer {
    static final String BUYER = "buyer";
    static final String PROBE = "probe";
    private static final int FOR_A_BUYER = 3;
    private static final int FOR_A_PROBE = 2;

    private static final Map<String, String> OF_A_BUYER = Map.of(
            "inquiryCompany", "given",
            "inquiryUse", "ownUse",
            "inquirySpecification", "clear",
            "inquiryInsider", "insider");
    private static final Map<String, String> OF_A_PROBE = Map.of(
            "inquiryCompany", "withheld",
            "inquiryUse", "resale",
            "inquirySpecification", "vague",
            "inquiryInsider", "outsider");

    private Inquirer() {}

    static Set<String> questions() {
        return OF_A_BUYER.keySet();
    }

    /** Null while the answers say neither. */
    static @Nullable String of(Map<String, ? extends @Nullable Object> answers) {
        if (agreeing(OF_A_PROBE, answers) >= FOR_A_PROBE) return PROBE;
        return agreeing(OF_A_BUYER, answers) >= FOR_A_BUYER ? BUYER : null;
    }

    private static long agreeing(Map<String, String> wanted, Map<String, ? extends @Nullable Object> answers) {
        return wanted.entrySet().stream()
                .filter(answer -> answer.getValue().equals(answers.get(answer.getKey())))
                .count();
    }
}
