package io.chaoxi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class FactorSqlTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    FactorSql sql;

    @Test
    void aCodeProvesOnlyTheSecretItWasMadeOf() {
        Firm firm = Firm.found(application);
        var owner = new Owner(firm.tenant(), firm.administrator().id());
        sql.begin(owner, new byte[] {1});
        var seen = sql.find(owner).orElseThrow();
        sql.begin(owner, new byte[] {2});
        assertThat(sql.prove(owner, seen, 1)).as("another tab began anew").isFalse();
        var anew = sql.find(owner).orElseThrow();
        assertThat(anew.since()).isNull();
        assertThat(sql.prove(owner, anew, 1)).isTrue();
        assertThat(sql.prove(owner, anew, 2)).as("a second time").isFalse();
    }
}
