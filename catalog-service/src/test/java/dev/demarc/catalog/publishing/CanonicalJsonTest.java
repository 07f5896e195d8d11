package dev.demarc.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.TestCatalog;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.ServiceModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalJsonTest {

    @Test
    void theDigestOfAModelIsAlwaysTheSame(@TempDir Path directory) {
        ServiceModel model = new TestCatalog(directory).load().models().getFirst();
        assertThat(CanonicalJson.digest(model))
                .isEqualTo("c5d4107747e8acddebcb3404d0b287ac036cef7c27ba963ad2cbf9bc9cc90fa4");
        String json = ContractJson.mapper().writeValueAsString(model);
        assertThat(CanonicalJson.digest(ContractJson.mapper().readValue(json, ServiceModel.class)))
                .isEqualTo(CanonicalJson.digest(model));
    }

    @Test
    void orderAndEmptyFieldsDoNotMatterButValuesDo() {
        Map<String, Object> one = new TreeMap<>(Map.of("a", 1, "b", List.of("x", "y")));
        Map<String, Object> two = new TreeMap<>(Comparator.<String>reverseOrder());
        two.putAll(one);
        two.put("c", List.of());
        two.put("d", Map.of("e", Map.of()));
        assertThat(CanonicalJson.digest(two)).isEqualTo(CanonicalJson.digest(one));
        assertThat(CanonicalJson.digest(Map.of("a", 1, "b", List.of("y", "x"))))
                .isNotEqualTo(CanonicalJson.digest(one));
    }
}
