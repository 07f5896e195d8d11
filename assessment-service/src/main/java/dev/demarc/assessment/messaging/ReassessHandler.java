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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges again what was asked for, and counts it for its run. */
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

    /** How many records of a run stand in one partition of a batch, and the offset of the last. */
    private record Progress(int partition, long lastOffset, int count) {
        Progress plus(Progress other) {
            return new Progress(partition, Math.max(lastOffset, other.lastOffset), count + other.count);
        }
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        List<SubjectInput> inputs = new ArrayList<>(records.size());
        List<ReassessmentAsked> readers = new ArrayList<>();
        Map<String, Map<Integer, Progress>> progress = new HashMap<>();
        for (Received received : records) {
            if (!(Reading.event(received) instanceof ReassessmentAsked ask)) {
                throw Reading.unexpected(received);
            }
            if (ask.readersOf() != null) {
                readers.add(ask);
            } else {
                inputs.add(new SubjectInput.Asked(received.index(), ask));
            }
            if (ask.run() != null) {
                progress.computeIfAbsent(ask.run(), key -> new HashMap<>()).merge(received.partition(),
                        new Progress(received.partition(), received.offset(), 1), Progress::plus);
            }
        }
        Reading.throwFirst(assess.process(inputs).poison());
        readers.forEach(askReaders::ask);
        progress.forEach((run, partitions) -> partitions.values()
                .forEach(each -> runs.addJudged(run, each.partition(), each.lastOffset(), each.count())));
    }
}
