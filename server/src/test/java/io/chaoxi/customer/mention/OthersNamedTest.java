package io.chaoxi.customer.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A text to or about one customer, and which others it names. */
@ApplicationTest
class OthersNamedTest {
    private static final String PATH = "/api/v1/privacy/others-named";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;
    UUID own;
    UUID ownContact;
    UUID other;
    UUID otherContact;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
        own = customer(Map.of("name", "苏州恒锐精密仪器有限公司", "shortName", "恒锐", "owner", rep.id()));
        ownContact = contact(own, Map.of("name", "赵大海", "phone", "+8613900000001"));
        other = customer(
                Map.of("name", "无锡长风机电有限责任公司", "shortName", "长风机电", "phone", "+8651088880000", "owner", rep.id()));
        otherContact = contact(
                other, Map.of("name", "欧阳明珠", "phone", "+8613812345678", "email", "mingzhu@changfeng.example.com"));
    }

    private UUID customer(Map<String, Object> values) {
        return firm.record("customer", values);
    }

    private UUID contact(UUID customer, Map<String, Object> values) {
        var all = new java.util.HashMap<>(values);
        all.put("customer", customer);
        return firm.record("contact", all);
    }

    private JsonNode asked(Http who, String object, UUID record, String text) {
        var answer = who.post(PATH, Map.of("object", object, "record", record, "text", text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<String> named(String text) {
        return asked(admin, "customer", own, text).path("others").findValuesAsString("label");
    }

    @Test
    void namesCustomersByNameAndShortName() {
        assertThat(named("上次给无锡长风机电有限公司报的是八折")).containsExactly("无锡长风机电有限责任公司");
        assertThat(named("跟长风机电一样的价格")).containsExactly("无锡长风机电有限责任公司");
        assertThat(named("跟別的客户一样，長風機電（他们）也在买")).containsExactly("无锡长风机电有限责任公司");
        assertThat(named("长风,机电")).isEmpty();
        assertThat(named("就按上次的价格")).isEmpty();
    }

    @Test
    void namesPeopleWithTheirCustomer() {
        var answer = asked(admin, "contact", ownContact, "请转给欧阳明珠的助理").path("others");
        assertThat(answer.size()).isEqualTo(1);
        var one = answer.path(0);
        assertThat(one.path("object").asString()).isEqualTo("contact");
        assertThat(one.path("id").asString()).isEqualTo(otherContact.toString());
        assertThat(one.path("customer").asString()).isEqualTo(other.toString());
        assertThat(one.path("customerLabel").asString()).isEqualTo("无锡长风机电有限责任公司");
        assertThat(one.path("by").asString()).isEqualTo("name");
    }

    @Test
    void namesByNumbersInAnyWriting() {
        assertThat(named("打 138-1234-5678 找他")).containsExactly("欧阳明珠");
        assertThat(named("电话0510 8888 0000。")).containsExactly("无锡长风机电有限责任公司");
        assertThat(named("抄送 MingZhu@changfeng.example.com，谢谢")).containsExactly("欧阳明珠");
        assertThat(named("订单 20261123138123456789")).isEmpty();
    }

    @Test
    void theRecordItselfAndItsContactsAreNoOthers() {
        customer(Map.of("name", "精密仪器", "owner", rep.id()));
        contact(other, Map.of("name", "恒锐精密"));
        assertThat(named("苏州恒锐精密仪器有限公司的赵大海，13900000001，恒锐")).isEmpty();
        assertThat(asked(admin, "contact", ownContact, "恒锐精密仪器的赵大海").path("others"))
                .isEmpty();
        assertThat(named("他们也问过精密仪器")).containsExactly("精密仪器");
    }

    @Test
    void aNameOfItsOwnHidesNoLongerOneOfOthers() {
        for (String name : List.of("李", "张伟")) contact(own, Map.of("name", name));
        for (String name : List.of("李明华", "张伟明", "张伟")) contact(other, Map.of("name", name));
        assertThat(named("李明华下周来")).containsExactly("李明华");
        assertThat(named("请张伟明确认")).containsExactly("张伟明");
        assertThat(named("张伟先生来过")).isEmpty();
    }

    /** Two characters stand in ordinary words; three rarely do. */
    @Test
    void shortNamesOnlyWhereTheyAreSurelyMeant() {
        customer(Map.of("name", "明天实业有限公司", "shortName", "明天"));
        contact(other, Map.of("name", "周三"));
        contact(other, Map.of("name", "王"));
        contact(other, Map.of("name", "Tom"));
        assertThat(named("明天下午或者周三上午，王总在，tomorrow")).isEmpty();
        assertThat(named("周三先生来过")).containsExactly("周三");
        assertThat(named("和明天公司一样")).containsExactly("明天实业有限公司");
        assertThat(named("参照：明天。")).containsExactly("明天实业有限公司");
        assertThat(named("ask tom, please")).containsExactly("Tom");
    }

    @Test
    void aNameThatMoreThanTwentyBearTellsOfNobody() {
        for (int i = 0; i < 20; i++) contact(other, Map.of("name", "采购经理"));
        assertThat(named("问一下采购经理")).hasSize(10);
        assertThat(asked(admin, "customer", own, "问一下采购经理").path("more").asBoolean())
                .isTrue();
        contact(other, Map.of("name", "采购经理"));
        assertThat(named("问一下采购经理")).isEmpty();
    }

    @Test
    void theLongestNameAtAPlaceIsMeant() {
        customer(Map.of("name", "无锡长风"));
        customer(Map.of("name", "无锡长风机电有限公司新区分公司"));
        assertThat(named("无锡长风机电有限公司新区分公司已付款")).containsExactly("无锡长风机电有限公司新区分公司");
        assertThat(named("无锡长风机电有限公司新区的人")).containsExactly("无锡长风机电有限责任公司");
        assertThat(named("无锡长风的人")).containsExactly("无锡长风");
    }

    @Test
    void nothingOutOfReachIsTold() {
        UUID foreign = customer(Map.of("name", "宁波远航贸易有限公司"));
        contact(foreign, Map.of("name", "司徒远山", "phone", "+8613811112222"));
        String text = "宁波远航贸易有限公司的司徒远山 13811112222 和长风机电";
        assertThat(asked(rep.http(), "customer", own, text).path("others").findValuesAsString("label"))
                .containsExactly("无锡长风机电有限责任公司");
        assertThat(asked(admin, "customer", own, text).path("others").size()).isEqualTo(3);
        var elsewhere = Firm.found(application);
        UUID record = elsewhere.record("customer", Map.of("name", "别家客户"));
        assertThat(asked(elsewhere.administrator().http(), "customer", record, text)
                        .path("others"))
                .isEmpty();
        assertThat(elsewhere
                        .administrator()
                        .http()
                        .post(PATH, Map.of("object", "customer", "record", own, "text", text))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoMayNotReadNumbersIsToldNothingByThem() {
        var body = Map.of(
                "name", "只看名字",
                "permissions", List.of("contact.read", "customer.read"),
                "scopes", Map.of("contact", "all", "customer", "all"));
        assertThat(admin.post("/api/v1/roles", body).status()).isEqualTo(201);
        var blind = firm.person("只看名字").http();
        assertThat(asked(blind, "customer", own, "13812345678").path("others")).isEmpty();
        assertThat(asked(blind, "customer", own, "欧阳明珠").path("others").size()).isEqualTo(1);
    }

    @Test
    void deletedOnesAndColleaguesAreNotNamed() {
        contact(other, Map.of("name", "同名的人"));
        assertThat(named("@[同名的人](person:" + rep.id() + ") 看一下")).isEmpty();
        assertThat(admin.delete("/api/v1/customers/" + other).status()).isEqualTo(204);
        assertThat(named("长风机电的欧阳明珠")).isEmpty();
    }

    @Test
    void aNewNameCountsFromTheMomentItIsWritten() {
        assertThat(admin.patch("/api/v1/contacts/" + otherContact, 1, Map.of("name", "上官婉儿"))
                        .status())
                .isEqualTo(200);
        assertThat(named("欧阳明珠")).isEmpty();
        assertThat(named("上官婉儿")).containsExactly("上官婉儿");
    }

    @Test
    void refusesWhatIsNoTextAndOtherObjects() {
        assertThat(admin.post(PATH, Map.of("object", "person", "record", own, "text", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(PATH, Map.of("object", "customer", "record", own, "text", "长".repeat(5001)))
                        .status())
                .isEqualTo(422);
        assertThat(asked(admin, "customer", own, "长".repeat(5000)).path("others"))
                .isEmpty();
        assertThat(Http.visitor(application)
                        .post(PATH, Map.of("object", "customer", "record", own, "text", "x"))
                        .status())
                .isEqualTo(401);
    }
}
