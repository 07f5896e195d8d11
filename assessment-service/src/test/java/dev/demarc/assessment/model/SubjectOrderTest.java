package dev.demarc.assessment.model;

import static dev.demarc.assessment.model.Given.NOON;
import static dev.demarc.assessment.model.Given.changed;
import static dev.demarc.assessment.model.Given.deleted;
import static dev.demarc.assessment.model.Given.summarised;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.SubjectChanged;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectOrderTest {

    private final Subject bucket = Subject.discovered(changed(NOON, 5));

    @Test
    void a_later_capture_is_news() {
        assertThat(bucket.learnsFrom(changed(NOON.plusMillis(1), 1))).isTrue();
    }

    @Test
    void an_earlier_capture_is_old_whatever_its_state_id() {
        assertThat(bucket.learnsFrom(changed(NOON.minusMillis(1), 9))).isFalse();
    }

    @Test
    void at_the_same_time_the_higher_state_id_is_news() {
        assertThat(bucket.learnsFrom(changed(NOON, 6))).isTrue();
        assertThat(bucket.learnsFrom(changed(NOON, 4))).isFalse();
    }

    @Test
    void the_same_change_again_is_no_news() {
        assertThat(bucket.learnsFrom(changed(NOON, 5))).isFalse();
    }

    @Test
    void a_full_configuration_replaces_a_summary_of_the_same_change() {
        Subject summary = Subject.discovered(summarised(NOON, 5));

        assertThat(summary.learnsFrom(changed(NOON, 5))).isTrue();
        assertThat(bucket.learnsFrom(summarised(NOON, 5))).isFalse();
    }

    @Test
    void a_summary_leaves_the_tags_that_were_known() {
        SubjectChanged tagged = new SubjectChanged(Given.BUCKET, NOON, 5, NOON, "aws-config", null,
                Map.of("app", "shop"),
                null, "it was too large");
        Subject after = Subject.discovered(tagged).learn(summarised(NOON.plusSeconds(60), 6));

        assertThat(after.known().tags()).containsEntry("app", "shop");
    }

    @Test
    void a_deletion_at_the_same_time_as_a_state_is_news() {
        assertThat(bucket.learnsFrom(deleted(NOON, 5))).isTrue();
        assertThat(bucket.learnsFrom(deleted(NOON, 4))).isFalse();
    }

    @Test
    void what_was_captured_before_a_deletion_does_not_bring_the_resource_back() {
        Subject gone = bucket.learn(deleted(NOON.plusSeconds(60), 6));

        assertThat(gone.learnsFrom(changed(NOON.plusSeconds(30), 7))).isFalse();
        assertThat(gone.learnsFrom(deleted(NOON.plusSeconds(60), 6))).isFalse();
    }

    @Test
    void a_resource_created_again_is_another_incarnation_with_gaps_of_its_own() {
        Subject again = bucket.learn(deleted(NOON.plusSeconds(60), 6)).learn(changed(NOON.plusSeconds(120), 7));

        assertThat(again.incarnation()).isEqualTo(2);
        assertThat(again.gaps()).isEmpty();
        assertThat(SubjectIds.gap(again.ref().id(), 1, "c", "k"))
                .isNotEqualTo(SubjectIds.gap(again.ref().id(), 2, "c", "k"));
    }

    @Test
    void a_deletion_of_what_was_never_seen_leaves_a_tombstone_for_late_changes() {
        Subject tombstone = Subject.tombstone(deleted(NOON, 5));

        assertThat(tombstone.known().deleted()).isTrue();
        assertThat(tombstone.learnsFrom(changed(NOON.minusSeconds(1), 4))).isFalse();
    }
}
