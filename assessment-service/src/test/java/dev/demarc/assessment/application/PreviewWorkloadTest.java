package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.application.PreviewWorkload.OfWorkload;
import dev.demarc.assessment.application.PreviewWorkload.Preview;
import dev.demarc.assessment.model.Assignment;
import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewWorkloadTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Selector SHOP = new Selector(Map.of("app", "shop"), List.of(), List.of());

    private final TreeMap<String, SubjectLine> lines = new TreeMap<>();
    private final Snapshots snapshots = new Snapshots();
    private final SubjectStore store = (SubjectStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[]{SubjectStore.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("page")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                return page((String) arguments[1], (String) arguments[2], (int) arguments[3]);
            });
    private final PreviewWorkload preview = new PreviewWorkload(store, snapshots, Clock.systemUTC());

    private List<SubjectLine> page(@Nullable String account, @Nullable String after, int limit) {
        Stream<SubjectLine> found = (after == null ? lines : lines.tailMap(after, false)).values().stream();
        return found.filter(line -> account == null || account.equals(line.ref().account())).limit(limit).toList();
    }

    private void resource(String id, String account, Map<String, String> tags, @Nullable String workload) {
        lines.put(id, new SubjectLine(new SubjectRef(id, SubjectKind.RESOURCE, "aws", "aws", account, "eu-west-1",
                "AWS::S3::Bucket", "arn:" + id, id), tags,
                new Assignment(workload == null ? List.of() : List.of(workload), workload, null, null)));
    }

    private void workload(String id, Selector selector) {
        snapshots.context(context -> context.with(new ContextChanged(context.revision() + 1, "workload", id, null,
                new Workload(id, id, "payments", null, null, null, List.of(), selector), null, NOON)));
    }

    @Test
    void matches_are_told_with_whose_they_are_now_and_whether_they_would_change() {
        workload("vault", new Selector(Map.of(), List.of(), List.of("arn:r-2")));
        workload("web", new Selector(Map.of("app", "shop"), List.of(), List.of()));
        resource("r-1", "1", Map.of("app", "shop"), "web");
        resource("r-2", "1", Map.of("app", "shop"), "vault");
        resource("r-3", "1", Map.of("app", "other"), null);
        resource("r-4", "1", Map.of("app", "shop", "stage", "prod"), null);
        resource("r-5", "1", Map.of("app", "shop"), "web");

        Preview edited = preview.preview("shop", SHOP);
        assertThat(edited.total()).isEqualTo(4);
        assertThat(edited.examined()).isEqualTo(5);
        assertThat(edited.complete()).isTrue();
        assertThat(edited.items()).extracting(match -> match.line().ref().id() + ' ' + match.belongs())
                .containsExactly("r-1 true", "r-2 false", "r-4 true", "r-5 true");
        assertThat(edited.workloads()).containsExactly(new OfWorkload("web", 2), new OfWorkload("vault", 1),
                new OfWorkload(null, 1));

        assertThat(preview.preview(null, SHOP).items()).as("a new one comes after web")
                .noneMatch(PreviewWorkload.Match::belongs);
        assertThat(preview.preview("web", new Selector(Map.of("app", "other"), List.of(), List.of())).items())
                .singleElement().matches(PreviewWorkload.Match::belongs);
        assertThat(snapshots.context().workloads()).as("nothing is saved").containsOnlyKeys("vault", "web");
    }

    @Test
    void the_first_fifty_are_shown_and_more_than_twenty_thousand_are_not_examined() {
        for (int i = 0; i < 20_001; i++) {
            resource(String.format(Locale.ROOT, "r-%05d", i), i % 2 == 0 ? "1" : "2", Map.of("app", "shop"), null);
        }

        Preview all = preview.preview(null, SHOP);
        assertThat(all.examined()).isEqualTo(20_000);
        assertThat(all.total()).isEqualTo(20_000);
        assertThat(all.complete()).isFalse();
        assertThat(all.items()).hasSize(50).first().extracting(match -> match.line().ref().id()).isEqualTo("r-00000");
        Preview ofOneAccount = preview.preview(null, new Selector(Map.of(), List.of("2"), List.of()));
        assertThat(ofOneAccount.examined()).isEqualTo(10_000);
        assertThat(ofOneAccount.complete()).isTrue();
        lines.remove("r-20000");
        assertThat(preview.preview(null, SHOP).complete()).isTrue();
    }
}
