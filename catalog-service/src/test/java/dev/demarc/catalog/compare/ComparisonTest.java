package dev.demarc.catalog.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.catalog.export.Models;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final PublishedVersion MACHINE = Models.version("aws/machine",
            Models.cell("guest-os", Ownership.CSC_OWNED, null, "Patch it."),
            Models.cell("images", Ownership.CSC_OWNED, null, "Choose them."),
            Models.cell("encryption", Ownership.CSC_OWNED, null, "Encrypt."),
            Models.cell("backups", Ownership.CSC_OWNED, null, "Make them."),
            Models.cell("hardware", Ownership.CSP_OWNED, "Keeps it.", null),
            Models.cell("files", Ownership.CSC_OWNED, null, "Encrypt the files."));
    private static final PublishedVersion DATABASE = Models.version("aws/database",
            Models.cell("guest-os", Ownership.CSP_OWNED, "Patches it.", null, List.of(),
                    List.of(Models.customers("Custom", "Patch it."))),
            Models.cell("images", Ownership.NOT_APPLICABLE, null, null),
            Models.cell("encryption", Ownership.SHARED_DEPENDENT, "Encrypts.", "Switch it on."),
            Models.cell("backups", Ownership.CSC_OWNED, null, "Say how long."),
            Models.cell("hardware", Ownership.CSP_OWNED, "Keeps it.", null),
            Models.cell("parameters", Ownership.CSC_OWNED, null, "Set them."));

    @Test
    void duties_are_dropped_kept_and_added() {
        Comparison comparison = Comparison.of(List.of(MACHINE), List.of(DATABASE));

        assertThat(comparison.dropped()).extracting(Duty::control, Duty::change)
                .containsExactly(tuple("guest-os", Change.TAKEN_OVER), tuple("images", Change.FALLS_AWAY));
        assertThat(comparison.kept()).extracting(Duty::control, Duty::change)
                .containsExactly(tuple("backups", Change.SAME), tuple("encryption", Change.EASED));
        assertThat(comparison.added()).isEmpty();
    }

    @Test
    void the_other_way_round_they_come_back() {
        Comparison comparison = Comparison.of(List.of(DATABASE), List.of(MACHINE));

        assertThat(comparison.added()).extracting(Duty::control, Duty::change)
                .containsExactly(tuple("guest-os", Change.HANDED_OVER), tuple("images", Change.APPEARS));
        assertThat(comparison.kept()).extracting(Duty::change).containsExactly(Change.SAME, Change.GROWN);
        assertThat(comparison.dropped()).isEmpty();
    }

    @Test
    void silence_of_one_side_is_neither_a_duty_dropped_nor_one_added() {
        assertThat(Comparison.of(List.of(MACHINE), List.of(DATABASE)).unsaid())
                .extracting(Duty::control, Duty::change)
                .containsExactly(tuple("files", Change.NOT_SAID), tuple("parameters", Change.NOT_SAID));
    }

    @Test
    void what_was_never_the_customers_is_left_out() {
        Comparison comparison = Comparison.of(List.of(MACHINE), List.of(DATABASE));

        assertThat(List.of(comparison.dropped(), comparison.kept(), comparison.added(), comparison.unsaid()))
                .allSatisfy(duties -> assertThat(duties).extracting(Duty::control).doesNotContain("hardware"));
    }

    @Test
    void a_variant_that_gives_the_duty_back_is_named() {
        Duty duty = Comparison.of(List.of(MACHINE), List.of(DATABASE)).dropped().getFirst();

        assertThat(duty.to()).singleElement()
                .satisfies(side -> assertThat(side.variants()).extracting(Side.SideVariant::name)
                        .containsExactly("Custom"));
    }

    @Test
    void a_set_has_the_duties_of_all_its_services() {
        PublishedVersion disk = Models.version("aws/disk",
                Models.cell("parameters", Ownership.CSC_OWNED, null, "Set them."));

        Comparison comparison = Comparison.of(List.of(MACHINE, disk), List.of(DATABASE));

        assertThat(comparison.kept()).extracting(Duty::control).contains("parameters");
        assertThat(comparison.from()).extracting(Comparison.Compared::key).containsExactly("aws/machine", "aws/disk");
    }
}
