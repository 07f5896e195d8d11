package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Subject;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a written resource concerns the gaps of its account: a type without a model is there for the first
 * time or gone, a resource has lost or found its workload. What this instance has asked for already is remembered, so
 * that 100,000 resources of a type ask once; forgetting it costs one more question.
 */
public final class AccountAsks {

    private static final int MOST_REMEMBERED = 100_000;

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    void forget() {
        asked.clear();
    }

    boolean concerns(@Nullable Subject before, Subject after, boolean isNew, Models models) {
        if (asked.size() > MOST_REMEMBERED) {
            asked.clear();
        }
        String account = after.ref().provider() + '|' + after.ref().account();
        boolean unmodelled = models.covering(after.ref().type()) == null;
        boolean unowned = after.assignment().workload() == null;
        if (after.known().deleted()) {
            asked.remove(account + "|type|" + after.ref().type());
            return unmodelled || unowned;
        }
        boolean workloadChanged = before != null && !before.known().deleted()
                && !Objects.equals(before.assignment().workload(), after.assignment().workload());
        if (workloadChanged) {
            asked.remove(account + "|unowned");
            return true;
        }
        boolean modelChanged = before != null && !isNew
                && !Objects.equals(before.judgedBy().serviceModel(), after.judgedBy().serviceModel());
        if (modelChanged) {
            return asked.add(account + "|modelled|" + after.ref().type() + '@' + after.judgedBy().catalogRevision());
        }
        boolean firstOfType = isNew && unmodelled && asked.add(account + "|type|" + after.ref().type());
        boolean firstUnowned = isNew && unowned && asked.add(account + "|unowned");
        return firstOfType || firstUnowned;
    }
}
