package dev.demarc.assessment.application;

import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;

/** One reason to judge a subject; {@code index} is its place in the batch. */
public sealed interface SubjectInput {

    /** Its place in the batch, from 0. */
    int index();

    /** The subject's id. */
    String subject();

    /** A created or updated subject. */
    record Changed(int index, SubjectChanged change) implements SubjectInput {
        @Override
        public String subject() {
            return change.subject().id();
        }
    }

    /** A deleted subject. */
    record Deleted(int index, SubjectDeleted deletion) implements SubjectInput {
        @Override
        public String subject() {
            return deletion.subject().id();
        }
    }

    /** A subject to be judged again without having changed. */
    record Asked(int index, ReassessmentAsked ask) implements SubjectInput {
        @Override
        public String subject() {
            return ask.subject();
        }
    }
}
