package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.GapView;
import dev.demarc.assessment.model.Outcomes;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.gap.ProviderOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains a gap: how it stands by its subject, what was to be done by the model that it was judged by, its history. */
public final class ExplainGap {

    private final SubjectStore subjects;
    private final GapViewStore views;
    private final Snapshots snapshots;

    /** Reads from these. */
    public ExplainGap(SubjectStore subjects, GapViewStore views, Snapshots snapshots) {
        this.subjects = subjects;
        this.views = views;
        this.snapshots = snapshots;
    }

    /** A gap with the words of its cell; {@code paths} are those that its check reads. */
    public record Explained(GapView gap, List<String> paths, @Nullable ProviderOutcome provider,
            @Nullable String provided, @Nullable String responsibility, @Nullable String rationale) {}

    /** What a responsibility, or one of its variants, says. */
    private record Words(Ownership ownership, List<Check> checks, @Nullable String provided,
            @Nullable String responsibility, @Nullable String rationale) {

        Optional<Check> check(@Nullable String id) {
            return checks.stream().filter(check -> check.id().equals(id)).findFirst();
        }
    }

    /** The gap; those of an earlier incarnation stand in the history alone. Empty where there is none. */
    public Optional<Explained> explain(String gapId) {
        Optional<GapView> view = views.find(gapId);
        Optional<Gap> gap = subjects.withGap(gapId).flatMap(subject -> subject.gap(gapId));
        return gap.map(standing -> new GapView(standing.description(), standing.status(), standing.sequence(),
                view.map(GapView::history).orElse(List.of()))).or(() -> view).map(this::explain);
    }

    private Explained explain(GapView gap) {
        GapDescription description = gap.description();
        Optional<Words> words = words(description);
        List<String> paths = words.flatMap(each -> each.check(description.check())).map(Check::paths)
                .orElseGet(() -> gap.status().observed().stream().map(ObservedValue::path).distinct().toList());
        return new Explained(gap, paths,
                description.check() == null ? null : Outcomes.provider(description.ownership()),
                words.map(Words::provided).orElse(null), words.map(Words::responsibility).orElse(null),
                words.map(Words::rationale).orElse(null));
    }

    /** Of the cell's variants the one that has the check under this ownership, as the verdict came from it. */
    private Optional<Words> words(GapDescription gap) {
        Models models = snapshots.models();
        if (models == null || gap.serviceModel() == null || gap.check() == null) {
            return Optional.empty();
        }
        ServiceModel model = models.version(gap.serviceModel(), gap.modelVersion());
        List<Responsibility> cells = model == null ? List.of() : model.responsibilities();
        return cells.stream()
                .filter(cell -> cell.control().equals(gap.control())).flatMap(ExplainGap::parts)
                .filter(words -> words.check(gap.check()).isPresent())
                .min(Comparator.comparing(words -> words.ownership() != gap.ownership()));
    }

    private static Stream<Words> parts(Responsibility cell) {
        Words base = new Words(cell.ownership(), cell.checks(), cell.provided(), cell.responsibility(),
                cell.rationale());
        return Stream.concat(Stream.of(base), cell.variants().stream()
                .map(variant -> new Words(variant.ownership(), variant.checks(), variant.provided(),
                        variant.responsibility(), variant.rationale())));
    }
}
