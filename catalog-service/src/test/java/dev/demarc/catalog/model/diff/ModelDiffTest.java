package dev.demarc.catalog.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Parameter;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.Source;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.subject.SubjectKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelDiffTest {

    private static final Responsibility PROVIDERS = cell(Ownership.CSP_OWNED, "AWS encrypts.", null);
    private static final Responsibility CUSTOMERS = cell(Ownership.CSC_OWNED, null, "Encrypt.");
    private static final Responsibility SHARED = cell(Ownership.SHARED_DEPENDENT, "AWS has keys.", "Encrypt.");
    private static final Responsibility NOBODYS = cell(Ownership.NOT_APPLICABLE, null, null);
    private static final Check CHECK = check("bucket-encrypted", "resource.configuration.encrypted", Severity.HIGH, 1);

    @Test
    void theSameContentChangesNothing() {
        ModelDiff diff = ModelDiff.between(model(CUSTOMERS), model(CUSTOMERS));
        assertThat(diff.duties()).isEmpty();
        assertThat(diff.service()).isEmpty();
    }

    @Test
    void aCellThatWasNotThereIsADutyGained() {
        assertThat(sentence(null, CUSTOMERS)).isEqualTo("gained: A new duty of the customer.");
        assertThat(sentence(null, PROVIDERS)).isEqualTo("gained: A new duty of the provider.");
        assertThat(sentence(NOBODYS, SHARED)).isEqualTo("gained: A new duty of the provider and the customer.");
    }

    @Test
    void aCellThatIsGoneOrNotApplicableIsADutyLost() {
        assertThat(sentence(CUSTOMERS, null)).isEqualTo("lost: No longer a duty of the customer.");
        assertThat(sentence(SHARED, NOBODYS)).isEqualTo("lost: No longer a duty of the provider and the customer.");
    }

    @Test
    void aDutyThatMovesSaysFromWhomToWhom() {
        assertThat(sentence(PROVIDERS, CUSTOMERS)).isEqualTo("shifted: Moves from the provider to the customer.");
        assertThat(sentence(CUSTOMERS, PROVIDERS)).isEqualTo("shifted: Moves from the customer to the provider.");
        assertThat(sentence(PROVIDERS, SHARED))
                .isEqualTo("shifted: Moves from the provider to the provider and the customer.");
        assertThat(sentence(PROVIDERS, cell(Ownership.THIRD_PARTY_OUTSOURCED, null, null)))
                .isEqualTo("shifted: Moves from the provider to a third party.");
        DutyChange moved = only(PROVIDERS, CUSTOMERS);
        assertThat(moved.terms()).containsExactly(new FieldChange("ownership", "csp-owned", "csc-owned"));
        assertThat(moved.texts()).containsExactly(new FieldChange("provided", "AWS encrypts.", null),
                new FieldChange("responsibility", null, "Encrypt."));
    }

    @Test
    void theSamePartiesOnOtherTermsKeepTheDuty() {
        assertThat(sentence(SHARED, cell(Ownership.SHARED_INDEPENDENT, "AWS has keys.", "Encrypt.")))
                .isEqualTo("terms-changed: Still a duty of the provider and the customer, on other terms.");
        assertThat(sentence(null, NOBODYS)).isEqualTo("terms-changed: Still nobody's duty, on other terms.");
    }

    @Test
    void aCheckThatComesGoesOrJudgesOtherwiseIsTold() {
        Check stricter = check("bucket-encrypted", "resource.configuration.kms", Severity.CRITICAL, 2);
        Check other = check("bucket-logged", "resource.configuration.logs", Severity.LOW, 1);
        assertThat(sentence(with(CHECK), with(CHECK, other)))
                .isEqualTo("check-changed: Still a duty of the customer: 1 check added.");
        assertThat(sentence(with(CHECK, other), with()))
                .isEqualTo("check-changed: Still a duty of the customer: 2 checks removed.");
        DutyChange changed = only(with(CHECK), with(stricter));
        assertThat(changed.sentence()).isEqualTo("Still a duty of the customer: 1 check changed.");
        assertThat(changed.checks()).singleElement().satisfies(check -> assertThat(check.fields()).containsExactly(
                new FieldChange("expression", "resource.configuration.encrypted", "resource.configuration.kms"),
                new FieldChange("severity", "high", "critical"),
                new FieldChange("parameters.days", "1, at least 1", "2, at least 1")));
    }

    @Test
    void aParameterOfAnotherTypeJudgesOtherwiseAndAnotherDescriptionIsText() {
        assertThat(parameters(7L, "7"))
                .isEqualTo(new FieldChange("parameters.days", "7, at least 1", "\"7\", at least 1"));
        assertThat(parameters(List.of("a, b"), List.of("a", "b"))).isEqualTo(
                new FieldChange("parameters.days", "[\"a, b\"], at least 1", "[\"a\", \"b\"], at least 1"));

        DutyChange described = only(with(with(1L, "In days.")), with(with(1L, "In whole days.")));
        assertThat(described.kind()).isEqualTo(ChangeKind.TEXT_CHANGED);
        assertThat(described.checks()).singleElement().satisfies(check -> assertThat(check.fields()).containsExactly(
                new FieldChange("parameters.days.description", "In days.", "In whole days.")));
    }

    private static FieldChange parameters(Object from, Object to) {
        DutyChange change = only(with(with(from, null)), with(with(to, null)));
        assertThat(change.kind()).isEqualTo(ChangeKind.CHECK_CHANGED);
        return change.checks().getFirst().fields().getFirst();
    }

    @Test
    void whatStandsInForAnUncheckedRequirementAndAllOfASourceAreCompared() {
        UncheckedRequirement unchecked = new UncheckedRequirement("aws-security-hub", "S3.20", "No record.", "one");
        assertThat(ModelDiff.between(model(unchecked, new Source("Guide", "https://example.org/1", null)),
                model(new UncheckedRequirement("aws-security-hub", "S3.20", "No record.", "two"),
                        new Source("Guide", "https://example.org/1", null)))
                .service()).containsExactly(new FieldChange("unchecked", "aws-security-hub S3.20 by one: No record.",
                        "aws-security-hub S3.20 by two: No record."));
        assertThat(ModelDiff.between(model(unchecked, new Source("Guide", "https://example.org/1", "IaaS")),
                model(unchecked, new Source("Guide", "https://example.org/2", "PaaS"))).service())
                .containsExactly(new FieldChange("sources", "Guide <https://example.org/1> (IaaS)",
                        "Guide <https://example.org/2> (PaaS)"));
    }

    private static ServiceModel model(UncheckedRequirement unchecked, Source source) {
        return new ServiceModel("aws/store", 1, "Store", "aws", ServiceClass.ABSTRACTED, DeliveryModel.SAAS, "Stores.",
                List.of("AWS::Store::Store"), List.of(), List.of(unchecked), List.of(), List.of(source));
    }

    @Test
    void otherWordsAreNoOtherDuty() {
        DutyChange text = only(CUSTOMERS, cell(Ownership.CSC_OWNED, null, "Do encrypt."));
        assertThat(text.kind()).isEqualTo(ChangeKind.TEXT_CHANGED);
        assertThat(text.sentence()).isEqualTo("Still a duty of the customer; only words change.");
        assertThat(text.texts()).containsExactly(new FieldChange("responsibility", "Encrypt.", "Do encrypt."));
    }

    @Test
    void aVariantIsComparedWithWhatHeldWithoutIt() {
        Variant managed = new Variant("Managed", "resource.configuration.managed", Ownership.CSP_OWNED, "AWS does.",
                null, Observability.PROVIDER_ASSURANCE, Severity.LOW, List.of(), null);
        DutyChange added = only(CUSTOMERS, with(CUSTOMERS, managed));
        assertThat(added.variant()).isEqualTo("Managed");
        assertThat(added.sentence()).isEqualTo("Moves from the customer to the provider.");
        assertThat(only(with(CUSTOMERS, managed), CUSTOMERS).sentence())
                .isEqualTo("Moves from the provider to the customer.");

        Variant old = new Variant("Old", "resource.configuration.old", Ownership.CSP_OWNED, "AWS does.", null,
                Observability.PROVIDER_ASSURANCE, Severity.LOW, List.of(), null);
        assertThat(only(with(CUSTOMERS, managed, old), with(CUSTOMERS, old, managed)).terms())
                .containsExactly(new FieldChange("order of variants", "Managed, Old", "Old, Managed"));
    }

    @Test
    void theGravestChangesComeFirstAndTheServiceItselfStandsApart() {
        ServiceModel from = model("Store", List.of(as("a-text", CUSTOMERS), as("b-lost", CUSTOMERS)));
        ServiceModel to = model("Storage",
                List.of(as("a-text", cell(Ownership.CSC_OWNED, null, "Do.")), as("c-gained", CUSTOMERS)));
        ModelDiff diff = ModelDiff.between(from, to);
        assertThat(diff.duties()).extracting(DutyChange::control).containsExactly("c-gained", "b-lost", "a-text");
        assertThat(diff.service()).containsExactly(new FieldChange("name", "Store", "Storage"));
        assertThat(diff.count(ChangeKind.GAINED)).isEqualTo(1);
        assertThat(diff.count(ChangeKind.SHIFTED)).isZero();
    }

    private static String sentence(@Nullable Responsibility from, @Nullable Responsibility to) {
        DutyChange change = only(from, to);
        return change.kind().word() + ": " + change.sentence();
    }

    private static DutyChange only(@Nullable Responsibility from, @Nullable Responsibility to) {
        List<DutyChange> duties = ModelDiff.between(model(from), model(to)).duties();
        assertThat(duties).hasSize(1);
        return duties.getFirst();
    }

    private static ServiceModel model(@Nullable Responsibility cell) {
        return model("Store", cell == null ? List.of() : List.of(cell));
    }

    private static ServiceModel model(String name, List<Responsibility> cells) {
        return new ServiceModel("aws/store", 1, name, "aws", ServiceClass.ABSTRACTED, DeliveryModel.SAAS, "Stores.",
                List.of("AWS::Store::Store"), cells, List.of(), List.of(new Control("encryption", "Encryption", "Data",
                        "Nobody reads it.", SubjectKind.RESOURCE, List.of())),
                List.of());
    }

    private static Responsibility cell(Ownership ownership, @Nullable String provided,
            @Nullable String responsibility) {
        return new Responsibility("encryption", ownership, provided, responsibility, Observability.ATTESTATION,
                Severity.LOW, List.of(), List.of(), null, List.of());
    }

    private static Responsibility with(Check... checks) {
        return new Responsibility("encryption", Ownership.CSC_OWNED, null, "Encrypt.", Observability.CONFIG,
                Severity.LOW, List.of(checks), List.of(), null, List.of());
    }

    private static Responsibility with(Responsibility cell, Variant... variants) {
        return new Responsibility(cell.control(), cell.ownership(), cell.provided(), cell.responsibility(),
                cell.observability(), cell.severity(), cell.checks(), List.of(variants), null, List.of());
    }

    private static Responsibility as(String control, Responsibility cell) {
        return new Responsibility(control, cell.ownership(), cell.provided(), cell.responsibility(),
                cell.observability(), cell.severity(), cell.checks(), cell.variants(), null, List.of());
    }

    private static Check with(Object value, @Nullable String description) {
        return new Check(CHECK.id(), CHECK.title(), List.of(), null, CHECK.expression(), CHECK.expected(),
                Severity.HIGH, CHECK.remediation(), CHECK.paths(), Map.of(),
                Map.of("days", new Parameter(value, 1L, null, description)), Map.of());
    }

    private static Check check(String id, String expression, Severity severity, long days) {
        return new Check(id, "A check", List.of(), null, expression, "It is on.", severity, "Switch it on.",
                List.of("resource.configuration"), Map.of(),
                Map.of("days", new Parameter(days, 1L, null, null)), Map.of());
    }
}
