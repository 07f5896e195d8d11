package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Command;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first thing that a newcomer runs. */
class DemoIT {

    @Test
    void theDemoShowsGapsOfEachSeverityAndVerifiedDeliveriesAndEnds() {
        try (Product product = new Product("demo", Map.of())) {
            Command demo = product.demarc(Patience.START, "demo", "--exit").expect(0);

            assertThat(demo.out()).contains("critical", "high", "medium", "low");
        }
    }
}
