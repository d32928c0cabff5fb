package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

    private static String amount(String text, String firms) {
        var amount = CellText.amount(text, firms);
        return amount.number().toPlainString() + " " + (amount.currency() == null ? "" : amount.currency());
    }

    @Test
    void everyCurrencyComesBackAsAnExportWritesIt() {
        for (String currency : Money.currencies()) {
            assertThat(amount(currency + " -12.5", "CNY")).isEqualTo("-12.5 " + currency);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    (1,000.00)      | -1000.00
                    （500）          | -500
                    USD (20)        | -20 USD
                    ￥(3万)          | -30000 CNY
                    500万元(人民币)   | 5000000 CNY
                    100(万元)        | 1000000 CNY
                    RMB100          | 100 CNY
                    100THB          | 100 THB
                    8               | 8
                    """)
    void readsAmountsAsBooksWriteThem(String text, String amount) {
        assertThat(amount(text, "CNY").strip()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"100元,TWD,TWD", "100元,USD,CNY", "¥100,JPY,JPY", "¥100,USD,CNY", "$100,HKD,HKD", "$100,CNY,USD"})
    void aSignThatCurrenciesShareMeansTheFirms(String text, String firms, String currency) {
        assertThat(amount(text, firms)).isEqualTo("100 " + currency);
    }

    @Test
    void whatIsNoAmountIsRefused() {
        for (String text : new String[] {"THX 100", "USD 100 EUR", "(", "()", "100(元)(5)", "XXX 1"}) {
            assertThatThrownBy(() -> CellText.amount(text, "CNY")).as(text).isInstanceOf(ValueRefused.class);
        }
    }
}
