package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.AskReaders;
import dev.demarc.assessment.application.AssessSubjects;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.SubjectInput;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges again what was asked for, and counts it for its run, also where it could not be judged. */
public final class ReassessHandler implements BatchHandler {

    private final AssessSubjects assess;
    private final AskReaders askReaders;
    private final RunStore runs;

    /** Hands on to these use cases. */
    public ReassessHandler(AssessSubjects assess, AskReaders askReaders, RunStore runs) {
        this.assess = assess;
        this.askReaders = askReaders;
        this.runs = runs;
    }

    /** A run's records in one partition. */
    private record Part(String run, int partition) {}

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        List<ReassessmentAsked> asks = new ArrayList<>(records.size());
        List<SubjectInput> inputs = new ArrayList<>(records.size());
        for (Received received : records) {
            if (!(Reading.event(received) instanceof ReassessmentAsked ask)) {
                throw Reading.unexpected(received);
            }
            asks.add(ask);
            if (ask.readersOf() == null) {
                inputs.add(new SubjectInput.Asked(received.index(), ask));
            }
        }
        Map<Integer, RuntimeException> poison = assess.process(inputs).poison();
        if (!poison.isEmpty()) {
            // the first poison comes here no more: it is counted now, with those before it, which do and count once
            int first = Collections.min(poison.keySet());
            count(records.subList(0, first + 1), asks);
            Reading.throwFirst(poison);
        }
        asks.stream().filter(ask -> ask.readersOf() != null).forEach(askReaders::ask);
        count(records, asks);
    }

    private void count(List<Received> records, List<ReassessmentAsked> asks) {
        Map<Part, List<Long>> offsets = new HashMap<>();
        for (Received received : records) {
            String run = asks.get(received.index()).run();
            if (run != null) {
                offsets.computeIfAbsent(new Part(run, received.partition()), key -> new ArrayList<>())
                        .add(received.offset());
            }
        }
        offsets.forEach((part, each) -> runs.addJudged(part.run, part.partition, each));
    }
}
