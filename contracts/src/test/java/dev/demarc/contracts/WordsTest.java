package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    @ParameterizedTest
    @MethodSource("dev.demarc.contracts.SchemasMatchRecordsTest#enums")
    void each_word_reads_back_as_its_constant(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            String json = ContractJson.mapper().writeValueAsString(constant);

            assertThat(json).isEqualTo('"' + Words.of((Enum<?>) constant) + '"');
            assertThat(ContractJson.mapper().readValue(json, type)).isEqualTo(constant);
        }
    }

    @Test
    void an_unknown_word_lists_the_known_ones() {
        assertThatThrownBy(() -> Severity.of("HIGH")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'HIGH' is none of low, medium, high, critical");
    }

    @Test
    void each_ownership_has_its_category() {
        assertThat(Arrays.stream(Ownership.values()).collect(Collectors.groupingBy(Ownership::category)))
                .hasEntrySatisfying(Category.INHERITED, owned -> assertThat(owned).containsExactly(
                        Ownership.CSP_OWNED, Ownership.SHARED_CSP_THIRD_PARTY, Ownership.THIRD_PARTY_OUTSOURCED))
                .hasEntrySatisfying(Category.CUSTOMER_SPECIFIC,
                        owned -> assertThat(owned).containsExactly(Ownership.CSC_OWNED))
                .hasEntrySatisfying(Category.SHARED, owned -> assertThat(owned).containsExactly(
                        Ownership.SHARED_INDEPENDENT, Ownership.SHARED_DEPENDENT))
                .hasEntrySatisfying(Category.NOT_APPLICABLE,
                        owned -> assertThat(owned).containsExactly(Ownership.NOT_APPLICABLE));
    }
}
