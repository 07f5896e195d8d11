package dev.demarc.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.notification.application.SummaryStore;
import dev.demarc.notification.model.BaselineKey;
import dev.demarc.platform.mongo.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BaselineIT {

    private static final Service SERVICE = Service.shared();
    private static final String ACCOUNT = "a-aws-111122223333";

    @Test
    void aBaselineIsToldInOneSummaryForEachTeam() {
        Receiver first = Receiver.of("baseline-a");
        Receiver second = Receiver.of("baseline-b");
        SERVICE.publish(Gaps.opened("g-base-1", "baseline-a", Severity.CRITICAL, Origin.BASELINE),
                Gaps.opened("g-base-2", "baseline-a", Severity.LOW, Origin.BASELINE),
                Gaps.opened("g-base-3", "baseline-a", Severity.LOW, Origin.BASELINE),
                Gaps.opened("g-base-4", "baseline-b", Severity.HIGH, Origin.BASELINE));
        awaitCounted("baseline-a", 3);
        awaitCounted("baseline-b", 1);
        SERVICE.move(Duration.ofSeconds(61));
        List<LoggedRequest> told = first.received(1);
        JsonNode body = Receiver.json(told.getFirst());
        assertThat(Receiver.isSigned(told.getFirst(), first.secret)).isTrue();
        assertThat(body.get("type").asString()).isEqualTo("baseline.summary");
        assertThat(body.get("data").get("account").asString()).isEqualTo(ACCOUNT);
        assertThat(body.get("data").get("total").asLong()).isEqualTo(3);
        assertThat(body.get("data").get("severities").get("low").asLong()).isEqualTo(2);
        assertThat(body.get("data").get("worst").get(0).get("id").asString()).isEqualTo("g-base-1");
        assertThat(Receiver.json(second.received(1).getFirst()).get("data").get("total").asLong()).isEqualTo(1);
        SERVICE.publish(Gaps.resolved("g-base-1", 2, "baseline-a", Origin.LIVE));
        assertThat(first.received(2)).hasSize(2)
                .last().satisfies(request -> assertThat(Receiver.json(request).get("type").asString())
                        .isEqualTo("gap.resolved"));
    }

    private static void awaitCounted(String team, long total) {
        await().atMost(Duration.ofMinutes(2)).until(() -> Await.one(
                SERVICE.bean(SummaryStore.class).find(new BaselineKey(team, ACCOUNT))).content().total() == total);
    }
}
