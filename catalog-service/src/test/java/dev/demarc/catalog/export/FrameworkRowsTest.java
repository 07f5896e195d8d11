package dev.demarc.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Relationship;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkRowsTest {

    private static final PublishedVersion BOX = Models.version("aws/box",
            List.of(new UncheckedRequirement("five", "F-3", "No record shows it.", "training")),
            Models.cell("encryption", Ownership.CSC_OWNED, null, "Encrypt.",
                    List.of(Models.check("box-encrypted", "F-5")), List.of()),
            Models.cell("training", Ownership.CSC_OWNED, null, "Train."));
    private static final PublishedVersion JAR = Models.version("aws/jar",
            Models.cell("encryption", Ownership.CSP_OWNED, "Encrypts.", null));

    @Test
    void every_requirement_is_a_row_in_the_frameworks_order() {
        assertThat(rows(List.of(BOX, JAR)).rows()).extracting(row -> row.requirement().id(), RequirementRow::coverage)
                .containsExactly(tuple("F-1", Coverage.COVERED), tuple("F-2", Coverage.COVERED),
                        tuple("F-3", Coverage.ATTESTATION), tuple("F-4", Coverage.WITHDRAWN),
                        tuple("F-5", Coverage.COVERED));
    }

    @Test
    void what_the_selected_services_do_not_answer_is_not_covered() {
        FrameworkRows rows = rows(List.of(JAR));

        assertThat(rows.rows()).filteredOn(row -> row.coverage() == Coverage.NOT_COVERED)
                .extracting(row -> row.requirement().id()).containsExactly("F-2", "F-3", "F-5");
        assertThat(rows.count(Coverage.COVERED)).isEqualTo(1);
    }

    @Test
    void a_control_answers_for_each_service_that_has_it() {
        assertThat(rows(List.of(BOX, JAR)).rows().getFirst().answers())
                .extracting(answer -> answer.version().entry().key(), Answer::relationship)
                .containsExactly(tuple("aws/box", Relationship.EQUIVALENT_TO),
                        tuple("aws/jar", Relationship.EQUIVALENT_TO));
    }

    @Test
    void a_requirement_about_one_services_settings_is_answered_by_its_check_alone() {
        assertThat(rows(List.of(BOX, JAR)).rows().getLast().answers()).singleElement().satisfies(answer -> {
            assertThat(answer.version()).isEqualTo(BOX);
            assertThat(answer.checks("five", "F-5")).containsExactly("box-encrypted");
            assertThat(answer.relationship()).isNull();
        });
    }

    @Test
    void a_reason_says_why_only_somebodys_word_answers() {
        assertThat(rows(List.of(BOX)).rows().get(2).answers()).singleElement()
                .extracting(Answer::reason).isEqualTo("No record shows it.");
    }

    @Test
    void where_there_is_nothing_to_do_a_requirement_is_neither_covered_nor_not() {
        PublishedVersion bag = Models.version("aws/bag",
                List.of(new UncheckedRequirement("five", "F-2", "No record shows it.", "training")),
                Models.cell("encryption", Ownership.NOT_APPLICABLE, null, null),
                Models.cell("training", Ownership.CSC_OWNED, null, "Train."),
                Models.cell("firewall", Ownership.NOT_APPLICABLE, null, null));
        FrameworkRows rows = FrameworkRows.of("five", Models.FRAMEWORKS, List.of(bag), List.of(bag)).orElseThrow();

        assertThat(rows.rows()).extracting(RequirementRow::coverage).startsWith(Coverage.NOT_APPLICABLE,
                Coverage.ATTESTATION);
        assertThat(rows.rows().getFirst().answers()).singleElement()
                .extracting(Answer::ownership).isEqualTo(Ownership.NOT_APPLICABLE);
    }

    @Test
    void a_framework_of_one_provider_is_not_answered_by_services_of_another() {
        Framework five = Models.FRAMEWORKS.framework("five").orElseThrow();
        Frameworks ofAws = new Frameworks(List.of(new Framework(five.framework(), five.title(), five.version(),
                five.source(), five.licence(), "aws", five.requirements())));
        PublishedVersion crate = Models.version("azure/crate",
                List.of(new UncheckedRequirement("five", "F-3", "No record shows it.", "training")),
                Models.cell("encryption", Ownership.CSP_OWNED, "Encrypts.", null),
                Models.cell("training", Ownership.CSC_OWNED, null, "Train.",
                        List.of(Models.check("crate-trained", "F-5")), List.of()));

        assertThat(FrameworkRows.of("five", ofAws, List.of(JAR, crate), List.of(JAR, crate)).orElseThrow().rows())
                .flatExtracting(RequirementRow::answers).extracting(Answer::version)
                .containsOnly(JAR);
        assertThat(FrameworkRows.of("five", Models.FRAMEWORKS, List.of(crate), List.of(crate)).orElseThrow()
                .count(Coverage.NOT_COVERED)).describedAs("a list without a provider").isZero();
    }

    @Test
    void a_framework_without_a_list_has_the_requirements_that_are_mapped_to() {
        FrameworkRows rows = FrameworkRows.of("csa-ccm-v4", Models.FRAMEWORKS, List.of(BOX), List.of(BOX))
                .orElseThrow();

        assertThat(rows.list()).isNull();
        assertThat(rows.rows()).singleElement().extracting(row -> row.requirement().id()).isEqualTo("CEK-03");
        assertThat(FrameworkRows.of("nobody", Models.FRAMEWORKS, List.of(BOX), List.of(BOX))).isEmpty();
    }

    @Test
    void ids_are_ordered_as_people_do() {
        assertThat(List.of("S3.10", "S3.2", "S3.2.1", "RDS.1").stream().sorted(NaturalOrder.IDS))
                .containsExactly("RDS.1", "S3.2", "S3.2.1", "S3.10");
    }

    private static FrameworkRows rows(List<PublishedVersion> selected) {
        return FrameworkRows.of("five", Models.FRAMEWORKS, List.of(BOX, JAR), selected).orElseThrow();
    }
}
