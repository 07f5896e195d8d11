package dev.demarc.assessment.application;

import dev.demarc.assessment.application.Engine.JudgedCell;
import dev.demarc.assessment.application.Engine.JudgedCheck;
import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.Subject;
import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what on a subject, and is it done: for each cell of the service model in force both parts' outcomes, judged as
 * the engine judges. What a control says of another kind of subject comes from that subject.
 */
public final class ShowResponsibilities {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SubjectStore subjects;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Reads from these. */
    public ShowResponsibilities(SubjectStore subjects, Snapshots snapshots, Clock clock) {
        this.subjects = subjects;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** The subject and its lines, ordered by control; without a model where none covers its type. */
    public record Answer(Subject subject, @Nullable ServiceModel model, List<Line> lines) {}

    /** One control: who owns it, from which subject its outcome comes (null: its own), and the customer's part. */
    public record Line(JudgedCell cell, @Nullable From from, @Nullable CustomerOutcome customer,
            @Nullable GapReason reason, List<Shown> checks) {}

    /** The subject that an outcome comes from. */
    public record From(SubjectKind kind, String id) {}

    /** A check and the id of its gap, if there is one that is not resolved. */
    public record Shown(JudgedCheck check, @Nullable String gap) {}

    /** The answer for a subject by its id; empty where there is none. */
    public Optional<Answer> of(String subjectId) {
        return Optional.ofNullable(subjects.find(Set.of(subjectId)).get(subjectId)).map(this::of);
    }

    private Answer of(Subject subject) {
        Snapshots.View view = snapshots.atLeast(subject.judgedBy().catalogRevision(),
                subject.judgedBy().contextRevision(), PATIENCE);
        CompiledModel model = view.models().covering(subject.ref().type());
        List<JudgedCell> cells = cells(subject, view);
        Optional<Judged> account = account(subject, cells, view);
        List<Line> lines = cells.stream().map(cell -> line(subject, cell, model, account))
                .sorted(Comparator.comparing(line -> line.cell().outcome().control())).toList();
        return new Answer(subject, model == null ? null : model.model(), lines);
    }

    private List<JudgedCell> cells(Subject subject, Snapshots.View view) {
        Set<String> reads = view.models().readBy(subject.ref().type());
        Map<String, Subject> related = new HashMap<>();
        if (!reads.isEmpty()) {
            subjects.singletons(Set.of(subject.ref().account()), reads)
                    .forEach(other -> related.put(other.ref().type(), other));
        }
        return Engine.cells(subject,
                new Engine.Inputs(view.models(), view.context(), related::get, AccountFacts.NONE, clock.instant()));
    }

    /** Another subject with its cells by control. */
    private record Judged(Subject subject, Map<String, JudgedCell> cells) {}

    private Optional<Judged> account(Subject subject, List<JudgedCell> cells, Snapshots.View view) {
        boolean needed = cells.stream().anyMatch(cell -> kind(cell) == SubjectKind.ACCOUNT);
        if (subject.isAccount() || !needed) {
            return Optional.empty();
        }
        String id = SubjectIds.account(subject.ref().provider(), subject.ref().account());
        return Optional.ofNullable(subjects.find(Set.of(id)).get(id)).map(account -> {
            Map<String, JudgedCell> byControl = new HashMap<>();
            cells(account, view).stream().filter(cell -> kind(cell) == SubjectKind.ACCOUNT)
                    .forEach(cell -> byControl.put(cell.outcome().control(), cell));
            return new Judged(account, byControl);
        });
    }

    private static SubjectKind kind(JudgedCell cell) {
        return cell.cell().control().subjectKind();
    }

    private static Line line(Subject subject, JudgedCell cell, @Nullable CompiledModel model,
            Optional<Judged> account) {
        if (kind(cell) == subject.ref().kind()) {
            return line(cell, null, cell, subject);
        }
        From from = from(subject, kind(cell), model);
        return account.filter(_ -> kind(cell) == SubjectKind.ACCOUNT)
                .map(other -> line(cell, from, other.cells.getOrDefault(cell.outcome().control(), cell), other.subject))
                .orElseGet(() -> line(cell, from, cell, subject));
    }

    /** The ownership is the cell's; where it leaves the customer a part, that part stands as the other cell has it. */
    private static Line line(JudgedCell cell, @Nullable From from, JudgedCell judged, Subject on) {
        if (cell.outcome().customer() == null) {
            return new Line(cell, from, null, null, List.of());
        }
        CustomerOutcome customer = judged.outcome().customer();
        if (customer == null) {
            return new Line(cell, from, cell.outcome().customer(), cell.outcome().reason(), List.of());
        }
        return new Line(cell, from, customer, judged.outcome().reason(),
                judged.checks().stream().map(check -> new Shown(check, gap(on, check))).toList());
    }

    private static @Nullable String gap(Subject subject, JudgedCheck check) {
        return subject.gap(check.gap()).filter(gap -> gap.isThere()).isPresent() ? check.gap() : null;
    }

    private static From from(Subject subject, SubjectKind kind, @Nullable CompiledModel model) {
        SubjectRef ref = subject.ref();
        return new From(kind, switch (kind) {
            case ACCOUNT -> SubjectIds.account(ref.provider(), ref.account());
            case PROVIDER_SERVICE -> (model == null ? ref.provider() : model.model().key().replace('/', '-'))
                    + (ref.region() == null ? "" : '-' + ref.region());
            case WORKLOAD -> Objects.requireNonNullElse(subject.assignment().workload(), "none");
            case ORGANISATION -> "organisation";
            case RESOURCE -> ref.id();
        });
    }
}
