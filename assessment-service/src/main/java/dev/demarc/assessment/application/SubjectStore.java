package dev.demarc.assessment.application;

import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where subjects are kept; blocking, for stream functions and commands. A store that is away throws. */
public interface SubjectStore {

    /** Those of the subjects that are known, by id. */
    Map<String, Subject> find(Collection<String> ids);

    /**
     * Writes each subject if it still has the revision that it was read with (0: if it is not there yet), as the next
     * revision; returns the ids of those that somebody else has written in between.
     */
    Set<String> replace(Collection<Subject> subjects);

    /** Takes these events off the subjects' pending ones, whatever was written since; the revisions stay. */
    void published(Collection<Subject> subjects);

    /** The documents that live subjects of these types in these accounts are, one at most for a type and account. */
    List<Subject> singletons(Collection<String> accounts, Collection<String> types);

    /** The subjects that have gaps of these ids, each once. */
    List<Subject> withGaps(Collection<String> gapIds);

    /** The subject that has a gap of this id. */
    default Optional<Subject> withGap(String gapId) {
        return withGaps(List.of(gapId)).stream().findFirst();
    }

    /** Subjects with events pending since before this moment, the oldest first. */
    List<Subject> pendingSince(Instant before, int limit);

    /** The ids of subjects whose outcomes can have flipped by time alone. */
    List<String> dueBy(Instant now, int limit);

    /** What the account's own gaps follow from. */
    AccountFacts facts(String provider, String account);

    /** A page of live subjects in the order of their ids, after this one; empty types or a null account mean all. */
    List<SubjectLine> page(Set<String> types, @Nullable String account, @Nullable String after, int limit);

    /** How many live subjects {@link #page} would go through. */
    long count(Set<String> types, @Nullable String account);

    /** Forgets subjects that were deleted before this moment, and returns how many. */
    long forgetDeleted(Instant before);
}
