package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Topic;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Command;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import dev.demarc.systemtests.support.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Starting, stopping, starting again, and what stands in the way. */
@ExtendWith(SharedProduct.class)
class RestartIT {

    private static final String ACCOUNT = "918273645546";

    private final Product product;

    RestartIT(Product product) {
        this.product = product;
    }

    @Test
    void dataIsKeptAndASecondStartPublishesNothingNew() {
        product.api().post("/api/ingest/aws", Json.text(Items.item("user", ACCOUNT))).expect(202);
        Gaps.await(product.api(), Gaps.subject(product.api(), "arn:aws:iam::918273645546:user/mira"),
                "iam-user-in-group");
        Map<Topic, Long> before = settled();
        Map<String, String> gaps = gaps(product.api());

        product.down();
        assertThat(product.demarc("status", "--json").expect(3).json().path("running").asBoolean()).isFalse();
        product.up();

        assertThat(gaps(product.api())).isEqualTo(gaps);
        assertThat(settled()).isEqualTo(before);
    }

    /** The ends of the topics, once nothing is added any more between two looks. */
    private Map<Topic, Long> settled() {
        try (Topics topics = new Topics(product)) {
            AtomicReference<Map<Topic, Long>> last = new AtomicReference<>(Map.of());
            return Patience.eventually().pollInterval(Patience.COMMAND).until(topics::ends,
                    now -> now.equals(last.getAndSet(now)));
        }
    }

    private static Map<String, String> gaps(Api api) {
        return api.all("/api/gaps").stream().collect(Collectors.toMap(gap -> Json.text(gap, "id"),
                gap -> Json.text(gap, "state") + " " + gap.path("sequence")));
    }

    @Test
    void theStatusTellsWhatRunsWhere() {
        JsonNode status = product.demarc("status", "--json").expect(0).json();

        assertThat(ProcessHandle.of(status.path("pid").asLong())).hasValueSatisfying(
                process -> assertThat(process.isAlive()).isTrue());
        assertThat(Json.text(status, "url")).isEqualTo(product.url().toString());
        assertThat(Json.text(status, "dataDir")).isEqualTo(product.dataDir().toString());
        assertThat(Json.text(status, "version")).isNotBlank();
        assertThat(status.path("ready").asBoolean()).isTrue();
    }

    @Test
    void onlyTheOwnerMayReadTheAdminKey() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(product.adminKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void aTakenPortIsNamedWithTheSettingThatChangesIt() {
        String port = Integer.toString(product.url().getPort());
        try (Product second = new Product("second", Map.of("DEMARC_PORT", port))) {
            Command refused = second.demarc("up", "--detach");

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.said()).contains("Port " + port, "DEMARC_PORT").doesNotContain("\tat ");
        }
    }

    @Test
    void aDataDirectoryInUseIsRefused() {
        Command refused = product.demarc("up", "--detach");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said()).contains(product.dataDir().toString(), "DEMARC_DATA_DIR").doesNotContain("\tat ");
        assertThat(product.api().get("/api/health").expect(200).body()).contains("up");
    }
}
