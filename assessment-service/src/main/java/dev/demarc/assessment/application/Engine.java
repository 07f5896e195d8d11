package dev.demarc.assessment.application;

import dev.demarc.assessment.application.CompiledModel.Cell;
import dev.demarc.assessment.application.CompiledModel.ConditionalPart;
import dev.demarc.assessment.application.CompiledModel.Part;
import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.Assignment;
import dev.demarc.assessment.model.ContextSnapshot;
import dev.demarc.assessment.model.JudgedBy;
import dev.demarc.assessment.model.Judgement;
import dev.demarc.assessment.model.Outcomes;
import dev.demarc.assessment.model.Subject;
import dev.demarc.assessment.model.Verdict;
import dev.demarc.checks.CheckInput;
import dev.demarc.checks.CheckVerdict;
import dev.demarc.checks.CompiledCheck;
import dev.demarc.checks.CompiledPredicate;
import dev.demarc.checks.PredicateResult;
import dev.demarc.checks.SubjectDocument;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.gap.CheckOutcome;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.subject.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges one subject: for each cell of its service model that is about its kind, both parts' outcomes, and for each
 * check a verdict. Three-valued throughout: what can't be known is unknown, never a pass.
 */
public final class Engine {

    private static final Duration TIME_STEP = Duration.ofDays(1);

    private Engine() {}

    /** What a judgement is made from besides the subject; {@code related} finds a document by its type. */
    public record Inputs(Models models, ContextSnapshot context, Function<String, @Nullable Subject> related,
            AccountFacts facts, Instant now) {}

    /** A cell as it was judged on a subject; {@code variant} is the name of the variant that holds, if one does. */
    public record JudgedCell(Cell cell, Part part, @Nullable String variant, OutcomeState outcome,
            List<JudgedCheck> checks) {}

    /** A check as it was judged, what it saw, and the id that its gap has or would have. */
    public record JudgedCheck(Check check, CheckOutcome outcome, List<ObservedValue> observed, String gap) {}

    /**
     * All cells of the model that covers the subject, as {@link #judge} sees them; those about another kind of subject are
     * judged without checks, for their outcome is that of the other subject. None on a deleted subject.
     */
    public static List<JudgedCell> cells(Subject subject, Inputs inputs) {
        CompiledModel model = inputs.models().covering(subject.ref().type());
        if (model == null || subject.known().deleted()) {
            return List.of();
        }
        Judgements found = new Judgements(subject, model, inputs);
        return model.cells(subject.ref().type()).stream().map(found::judgeOrShow).toList();
    }

    /** The judgement; the same inputs always give the same one. */
    public static Judgement judge(Subject subject, Inputs inputs) {
        CompiledModel model = inputs.models().covering(subject.ref().type());
        Assignment assignment = inputs.context().assign(subject.ref(), subject.known().tags());
        if (subject.known().deleted()) {
            return new Judgement(judgedBy(model, inputs, Map.of()), subject.assignment(), List.of(), List.of(), null);
        }
        Judgements found = new Judgements(subject, model, inputs);
        found.judgeCells();
        found.judgeSubjectItself(assignment);
        return new Judgement(judgedBy(model, inputs, found.revisions), assignment, found.outcomes, found.verdicts,
                found.readsTime ? inputs.now().plus(TIME_STEP) : null);
    }

    private static JudgedBy judgedBy(@Nullable CompiledModel model, Inputs inputs, Map<String, Long> related) {
        return new JudgedBy(model == null ? null : model.model().key(), model == null ? 0 : model.model().version(),
                inputs.models().revision(), inputs.context().revision(), related);
    }

    /** Collects what is found on one subject. */
    private static final class Judgements {

        private final Subject subject;
        private final @Nullable CompiledModel model;
        private final Inputs inputs;
        private final Findings findings;
        private final @Nullable CheckInput document;
        private final List<OutcomeState> outcomes = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private final Map<String, Long> revisions = new HashMap<>();
        private final Map<String, Map<String, Object>> related = new HashMap<>();
        /** Many cells have the same variant. */
        private final Map<CompiledPredicate, PredicateResult> variants = new HashMap<>();
        private boolean readsTime;

        Judgements(Subject subject, @Nullable CompiledModel model, Inputs inputs) {
            this.subject = subject;
            this.model = model;
            this.inputs = inputs;
            this.findings = new Findings(subject, model == null ? null : model.model());
            this.document = document(subject, inputs);
        }

        private static @Nullable CheckInput document(Subject subject, Inputs inputs) {
            return subject.known().state() == null
                    ? null
                    : new CheckInput(documentOf(subject), Map.of(), inputs.now());
        }

        private static Map<String, Object> documentOf(Subject subject) {
            return SubjectDocument.of(subject.ref(), subject.known().tags(), subject.known().createdAt(),
                    subject.known().state());
        }

        void judgeCells() {
            if (model == null) {
                return;
            }
            for (Cell cell : model.cells(subject.ref().type())) {
                if (isAboutSubject(cell)) {
                    outcomes.add(judge(cell).outcome());
                }
            }
        }

        private boolean isAboutSubject(Cell cell) {
            return cell.control().subjectKind() == subject.ref().kind();
        }

        JudgedCell judgeOrShow(Cell cell) {
            return isAboutSubject(cell) ? judge(cell) : judged(cell, select(cell), List.of());
        }

        private CheckInput withRelated(CheckInput input, CompiledCheck check) {
            if (check.check().related().isEmpty()) {
                return input;
            }
            Map<String, Map<String, Object>> documents = new HashMap<>();
            check.check().related().forEach((name, declared) -> {
                Map<String, Object> other = related.computeIfAbsent(declared.type(), this::relatedDocument);
                if (!other.isEmpty()) {
                    documents.put(name, other);
                }
            });
            return new CheckInput(input.resource(), documents, input.now());
        }

        /** Empty where the document was never seen or is not known. */
        private Map<String, Object> relatedDocument(String type) {
            Subject other = inputs.related().apply(type);
            if (other == null) {
                return Map.of();
            }
            revisions.put(other.ref().id(), other.revision());
            return other.known().state() == null ? Map.of() : documentOf(other);
        }

        /** What holds of a cell; not certain where it can't be told which variant does. */
        private record Selected(Part part, @Nullable String variant, boolean certain) {}

        private Selected select(Cell cell) {
            CheckInput known = document;
            if (known == null) {
                return new Selected(cell.part(), null, cell.variants().isEmpty());
            }
            boolean certain = true;
            for (ConditionalPart variant : cell.variants()) {
                PredicateResult matches = variants.computeIfAbsent(variant.when(), when -> when.evaluate(known));
                if (matches.isTrue()) {
                    return new Selected(variant.part(), variant.name(), certain);
                }
                certain &= matches.isFalse();
            }
            return new Selected(cell.part(), null, certain);
        }

        private JudgedCell judge(Cell cell) {
            Selected selected = select(cell);
            List<JudgedCheck> checks = new ArrayList<>();
            for (CompiledCheck check : selected.part.checks()) {
                checks.add(judge(cell, selected.part, check, selected.certain ? document : null));
            }
            return judged(cell, selected, checks);
        }

        private static JudgedCell judged(Cell cell, Selected selected, List<JudgedCheck> checks) {
            List<CheckOutcome> found = new ArrayList<>(checks.size());
            for (JudgedCheck check : checks) {
                found.add(check.outcome());
            }
            OutcomeState outcome = Outcomes.of(cell.control().id(), selected.part.ownership(),
                    selected.part.observability(), found, selected.certain);
            return new JudgedCell(cell, selected.part, selected.variant, outcome, List.copyOf(checks));
        }

        private JudgedCheck judge(Cell cell, Part part, CompiledCheck check, @Nullable CheckInput input) {
            GapDescription description = findings.check(cell.control(), part.ownership(), check.check());
            if (input == null) {
                verdictWithoutDocument(description, check);
                return new JudgedCheck(check.check(), new CheckOutcome(check.check().id(), CustomerOutcome.UNKNOWN,
                        GapReason.CONFIGURATION_MISSING), List.of(), description.id());
            }
            CheckVerdict verdict = check.evaluate(withRelated(input, check));
            readsTime |= verdict.readNow();
            verdicts.add(new Verdict(description, verdict.outcome(), verdict.reason(), check.check().severity(),
                    verdict.observed()));
            return new JudgedCheck(check.check(),
                    new CheckOutcome(check.check().id(), verdict.outcome(), verdict.reason()), verdict.observed(),
                    description.id());
        }

        /** Without a document only gaps that are there already are spoken of; the subject has one gap for all the rest. */
        private void verdictWithoutDocument(GapDescription description, CompiledCheck check) {
            if (document != null || subject.gap(description.id()).isPresent()) {
                verdicts.add(new Verdict(description, CustomerOutcome.UNKNOWN, GapReason.CONFIGURATION_MISSING,
                        check.check().severity(), List.of()));
            }
        }

        void judgeSubjectItself(Assignment assignment) {
            if (subject.ref().kind() == SubjectKind.ACCOUNT) {
                inputs.facts().types().stream().filter(type -> inputs.models().covering(type) == null).sorted()
                        .map(findings::serviceNotModelled).forEach(verdicts::add);
                if (inputs.facts().unowned()) {
                    verdicts.add(findings.workloadUnowned());
                }
                return;
            }
            if (model != null && document == null) {
                verdicts.add(findings.configurationMissing());
            }
            if (assignment.claims().size() > 1) {
                verdicts.add(findings.workloadContested(assignment.claims()));
            }
        }
    }
}
