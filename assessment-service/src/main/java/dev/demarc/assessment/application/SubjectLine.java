package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Assignment;
import dev.demarc.contracts.Copies;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.Map;

/** As much of a subject as a run needs to decide whether it must be judged again. */
public record SubjectLine(SubjectRef ref, Map<String, String> tags, Assignment assignment) {

    /** Copies the tags. */
    public SubjectLine {
        tags = Copies.map(tags);
    }
}
