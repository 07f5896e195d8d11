package dev.demarc.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.application.Run;
import dev.demarc.contracts.gap.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunViewTest {

    @Test
    void asks_that_were_judged_again_do_not_make_more_than_were_asked_for() {
        Run run = new Run("run-1", Origin.MODEL, "Model", "aws/s3", 2, List.of(), 1, 0, Run.State.DONE, 10, 10, 7,
                null, Instant.EPOCH, Instant.EPOCH, null, 3);

        assertThat(RunView.of(run, 6).judged()).isEqualTo(6);
        assertThat(RunView.of(run, 8).judged()).isEqualTo(7);
    }
}
