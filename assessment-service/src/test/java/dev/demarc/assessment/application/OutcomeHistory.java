package dev.demarc.assessment.application;

import dev.demarc.assessment.model.OutcomeProjection.Recorded;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.gap.ProviderOutcome;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Subjects that change, move, are deleted and come again, and a partition as their events could stand in it. */
final class OutcomeHistory {

    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final List<String> CONTROLS = List.of("backup", "encryption", "logging", "patching");

    /** What is true of one subject, from which its events follow. */
    static final class Life {

        private final SubjectRef ref;
        private long sequence;
        private int incarnation = 1;
        private @Nullable String workload;
        private String model = "aws/s3";
        private Map<String, OutcomeState> outcomes = new TreeMap<>();

        Life(String id, SubjectKind kind) {
            this.ref = new SubjectRef(id, kind, "aws", "aws", "111122223333", "eu-west-1", "AWS::S3::Bucket", id, id);
        }

        @Nullable
        String workload() {
            return workload;
        }

        String model() {
            return model;
        }

        Map<String, OutcomeState> outcomes() {
            return outcomes;
        }

        /** One step of its life: only what changed is listed, all of it where workload or model did. */
        OutcomeChanged step(Random random) {
            Map<String, OutcomeState> next = new TreeMap<>();
            boolean all = outcomes.isEmpty();
            boolean deleted = !all && random.nextInt(6) == 0;
            if (!deleted) {
                if (random.nextInt(4) == 0) {
                    workload = random.nextInt(3) == 0 ? null : "w-" + random.nextInt(3);
                    all = true;
                }
                if (random.nextInt(6) == 0) {
                    model = model.equals("aws/s3") ? "aws/efs" : "aws/s3";
                    all = true;
                }
                CONTROLS.stream().filter(control -> random.nextInt(4) > 0)
                        .forEach(control -> next.put(control, outcome(random, control)));
            }
            return become(next, all);
        }

        /** Has these outcomes from now on. */
        OutcomeChanged become(Map<String, OutcomeState> next, boolean all) {
            List<OutcomeState> changed = next.values().stream()
                    .filter(outcome -> all || !outcome.equals(outcomes.get(outcome.control()))).toList();
            List<String> removed = outcomes.keySet().stream().filter(control -> !next.containsKey(control)).toList();
            if (outcomes.isEmpty() && sequence > 0) {
                incarnation++;
            }
            outcomes = next;
            sequence += 1_000_000;
            return new OutcomeChanged(ref, incarnation, sequence, Origin.LIVE, NOON, workload, null, model, 1, 1,
                    changed, removed);
        }
    }

    private final Random random;
    private final Map<String, Life> lives = new HashMap<>();

    OutcomeHistory(Random random) {
        this.random = random;
    }

    Map<String, Life> lives() {
        return lives;
    }

    static OutcomeState outcome(Random random, String control) {
        boolean customers = random.nextInt(3) == 0;
        return new OutcomeState(control, customers ? Ownership.CSC_OWNED : Ownership.SHARED_DEPENDENT,
                customers ? null : List.of(ProviderOutcome.values()).get(random.nextInt(3)),
                List.of(CustomerOutcome.values()).get(random.nextInt(4)), null, List.of());
    }

    /** Some records; a retry of the publisher repeats a whole run of events. */
    List<Recorded> partition(int subjects, int records) {
        List<OutcomeChanged> published = new ArrayList<>();
        while (published.size() < records) {
            String id = "r-" + random.nextInt(subjects);
            Life life = lives.computeIfAbsent(id, key -> new Life(key, SubjectKind.RESOURCE));
            int from = published.size();
            for (int i = 0; i <= random.nextInt(3); i++) {
                published.add(life.step(random));
            }
            if (random.nextInt(4) == 0) {
                published.addAll(List.copyOf(published.subList(from, published.size())));
            }
        }
        List<Recorded> partition = new ArrayList<>();
        long offset = random.nextInt(10);
        for (OutcomeChanged event : published) {
            partition.add(new Recorded(offset, event));
            offset += 1 + random.nextInt(2);
        }
        return partition;
    }
}
