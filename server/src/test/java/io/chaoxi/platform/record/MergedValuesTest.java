package io.chaoxi.platform.record;

import static io.chaoxi.platform.record.Described.CUSTOMERS;
import static io.chaoxi.platform.record.Described.catalogue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.RecordReading.Found;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.testing.Somebody;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** Whose value the survivor of a merge has, field by field, and what an undo gives back. */
class MergedValuesTest {
    private static final UUID SURVIVOR = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final UUID THIRD = new UUID(3, 3);
    private static final UUID FRIEND = new UUID(4, 4);
    private static final UUID STRANGER = new UUID(5, 5);
    private static final Field FORMULA = Described.custom("margin", FieldType.FORMULA);
    private static final Field PAPERS = Described.custom("papers", FieldType.FILES);
    private static final Catalogue OF_REP = catalogue(
            CUSTOMERS,
            Somebody.who("customer.read", "customer.merge")
                    .field("customer", "remark", FieldRight.HIDDEN)
                    .field("customer", "address", FieldRight.READ)
                    .actor(),
            FORMULA,
            PAPERS);
    private static final MergedValues VALUES = new MergedValues(OF_REP, (field, id) -> !id.equals(STRANGER));

    private final Map<UUID, Map<String, Object>> records = new LinkedHashMap<>();

    {
        for (UUID id : List.of(SURVIVOR, SECOND, THIRD)) records.put(id, new HashMap<>());
    }

    private Map<UUID, Found> found() {
        var found = new LinkedHashMap<UUID, Found>();
        records.forEach((id, values) -> found.put(id, new Found(id, 1, values)));
        return found;
    }

    private Map<String, Object> merged(MergedValues values, Map<String, UUID> take) {
        var others = List.of(new Merge.Seen(SECOND, 1), new Merge.Seen(THIRD, 1));
        return values.of(new Merge(new Merge.Seen(SURVIVOR, 1), others, take), found());
    }

    private Map<String, Object> merged() {
        return merged(VALUES, Map.of());
    }

    @Test
    void theSurvivorKeepsWhatItHas() {
        records.get(SURVIVOR).put("phone", "+8613800138000");
        records.get(SECOND).put("phone", "+8613900139000");
        assertThat(merged()).isEmpty();
    }

    @Test
    void whatItLacksComesFromTheFirstThatHasIt() {
        records.get(SECOND).put("phone", "+8613900139000");
        records.get(THIRD).put("phone", "+8613700137000");
        records.get(THIRD).put("employees", BigDecimal.TEN);
        assertThat(merged()).isEqualTo(Map.of("phone", "+8613900139000", "employees", BigDecimal.TEN));
    }

    @Test
    void whatIsChosenCountsAlsoWhereItIsEmpty() {
        records.get(SURVIVOR).put("phone", "+8613800138000");
        records.get(SURVIVOR).put("industry", "C39");
        records.get(THIRD).put("phone", "+8613700137000");
        var merged = merged(VALUES, Map.of("phone", THIRD, "industry", SECOND));
        assertThat(merged).hasSize(2).containsEntry("phone", "+8613700137000").containsEntry("industry", null);
    }

    @Test
    void tagsAndFilesComeTogether() {
        UUID tag = new UUID(6, 1);
        UUID another = new UUID(6, 2);
        records.get(SURVIVOR).put("tags", List.of(tag));
        records.get(SECOND).put("tags", List.of(another, tag));
        records.get(THIRD).put(PAPERS.name(), List.of(new UUID(6, 3)));
        assertThat(merged()).isEqualTo(Map.of("tags", List.of(tag, another), PAPERS.name(), List.of(new UUID(6, 3))));
    }

    @Test
    void theOwnerStaysUnlessHeIsChosenByWhoMayAssign() {
        records.get(SECOND).put("owner", FRIEND);
        assertThat(merged()).isEmpty();
        records.get(SURVIVOR).put("owner", Somebody.ID);
        assertThat(merged()).isEmpty();
        assertThat(errors(VALUES, Map.of("owner", SECOND))).containsExactly("owner fieldNotWritable");
        var assigning = new MergedValues(
                catalogue(CUSTOMERS, Somebody.who("customer.assign").actor()), (field, id) -> true);
        assertThat(merged(assigning, Map.of("owner", SECOND))).isEqualTo(Map.of("owner", FRIEND));
    }

    @Test
    void whatAnObjectExemptsIsTakenOverOnlyWhenChosen() {
        var rules = new RecordRules() {
            @Override
            public Set<String> notTakenOver() {
                return Set.of("industry");
            }
        };
        var type = RecordType.define(
                        "customer", "customers", chaoxi.tables.Tables.CUSTOMER, io.chaoxi.customer.Customer.Draft.class)
                .rules(rules)
                .with(Described.LABELS);
        var values = new MergedValues(catalogue(type, Somebody.whoMayEverything()), (field, id) -> true);
        records.get(SECOND).put("industry", "C39");
        assertThat(merged(values, Map.of())).isEmpty();
        assertThat(merged(values, Map.of("industry", SECOND))).isEqualTo(Map.of("industry", "C39"));
    }

    @Test
    void whatIsComputedIsNobodys() {
        records.get(SECOND).put("createdBy", FRIEND);
        records.get(SECOND).put(FORMULA.name(), BigDecimal.ONE);
        assertThat(merged()).isEmpty();
    }

    /** A referrer that goes into the survivor would make it its own referrer. */
    @Test
    void nothingOfTheMergePointsIntoItself() {
        records.get(SURVIVOR).put("referrer", SECOND);
        records.get(SECOND).put("referrer", SURVIVOR);
        assertThat(merged()).hasSize(1).containsEntry("referrer", null);
        records.get(SURVIVOR).remove("referrer");
        assertThat(merged()).as("as it was").isEmpty();
    }

    @Test
    void aReferenceIsFilledInOnlyWhereItLeadsSomewhere() {
        records.get(SECOND).put("referrer", FRIEND);
        assertThat(merged()).isEqualTo(Map.of("referrer", FRIEND));
        records.get(SECOND).put("referrer", STRANGER);
        assertThat(merged()).isEmpty();
        assertThat(merged(VALUES, Map.of("referrer", SECOND))).isEqualTo(Map.of("referrer", STRANGER));
    }

    private List<String> errors(MergedValues values, Map<String, UUID> take) {
        return catchThrowableOfType(Refusal.class, () -> merged(values, take)).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void aChoiceIsOfAFieldThatOneWritesAndOfARecordOfTheMerge() {
        assertThat(errors(VALUES, Map.of("invented", SECOND))).containsExactly("invented unknownField");
        assertThat(errors(VALUES, Map.of("remark", SECOND)))
                .as("hidden from him")
                .containsExactly("remark unknownField");
        assertThat(errors(VALUES, Map.of("address", SECOND))).containsExactly("address fieldNotWritable");
        assertThat(errors(VALUES, Map.of("phone", FRIEND))).containsExactly("phone unknownChoice");
    }

    private static Found stands(Map<String, Object> values) {
        return new Found(SURVIVOR, 2, values);
    }

    @Test
    void theUndoGivesBackWhatNobodyChangedSince() {
        UUID tag = new UUID(6, 1);
        var before = new HashMap<String, Object>(Map.of("phone", "+8613800138000", "tags", List.of(tag)));
        var patch = new HashMap<String, Object>(Map.of("phone", "+8613700137000", "email", "a@b.cn"));
        patch.put("tags", null);
        JSONB changes = MergedValues.changes(patch, stands(before));
        var untouched = VALUES.former(changes, stands(Map.of("phone", "+8613700137000", "email", "a@b.cn")));
        assertThat(untouched)
                .hasSize(3)
                .containsEntry("phone", "+8613800138000")
                .containsEntry("email", null)
                .containsEntry("tags", List.of(tag));
        var touched = VALUES.former(changes, stands(Map.of("phone", "+8613600136000", "email", "a@b.cn")));
        assertThat(touched).doesNotContainKey("phone").containsKeys("email", "tags");
    }

    @Test
    void theUndoLeadsNowhereThatIsGone() {
        var patch = new HashMap<String, Object>();
        patch.put("referrer", null);
        var gone = MergedValues.changes(patch, stands(Map.of("referrer", STRANGER)));
        assertThat(VALUES.former(gone, stands(Map.of()))).isEmpty();
        var there = MergedValues.changes(patch, stands(Map.of("referrer", FRIEND)));
        assertThat(VALUES.former(there, stands(Map.of()))).isEqualTo(Map.of("referrer", FRIEND));
    }

    @Test
    void aFieldThatIsNoMoreIsLeftOut() {
        var patch = Map.<String, Object>of("custom.gone", "text");
        assertThat(VALUES.former(MergedValues.changes(patch, stands(Map.of())), stands(patch)))
                .isEmpty();
    }
}
