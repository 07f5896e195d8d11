package dev.demarc.catalog.model.diff;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import dev.demarc.contracts.catalog.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes from one content of a service model to another: about the service, and in duties, the gravest first, then by control. */
public record ModelDiff(
        List<FieldChange> service,
        List<DutyChange> duties) {

    private static final Comparator<DutyChange> GRAVEST_FIRST = Comparator.comparing(DutyChange::kind)
            .thenComparing(DutyChange::control)
            .thenComparing(change -> change.variant() == null ? "" : change.variant());

    /** Copies the lists. */
    public ModelDiff {
        service = List.copyOf(service);
        duties = List.copyOf(duties);
    }

    /** Whatever their keys and numbers are. */
    public static ModelDiff between(ServiceModel from, ServiceModel to) {
        Map<String, Responsibility> before = byControl(from);
        Map<String, Responsibility> after = byControl(to);
        Map<String, Control> oldControls = controls(from);
        Map<String, Control> newControls = controls(to);
        TreeSet<String> controls = new TreeSet<>(before.keySet());
        controls.addAll(after.keySet());
        List<DutyChange> duties = controls.stream().flatMap(control -> duties(control, before.get(control),
                after.get(control), oldControls.get(control), newControls.get(control)))
                .sorted(GRAVEST_FIRST).toList();
        return new ModelDiff(service(from, to), duties);
    }

    /** How many duties change in this way. */
    public long count(ChangeKind kind) {
        return duties.stream().filter(duty -> duty.kind() == kind).count();
    }

    private static Map<String, Responsibility> byControl(ServiceModel model) {
        return model.responsibilities().stream()
                .collect(Collectors.toMap(Responsibility::control, Function.identity(), (one, _) -> one));
    }

    private static Map<String, Control> controls(ServiceModel model) {
        return model.controls().stream()
                .collect(Collectors.toMap(Control::id, Function.identity(), (one, _) -> one));
    }

    private static Stream<DutyChange> duties(String control, @Nullable Responsibility from,
            @Nullable Responsibility to, @Nullable Control oldControl, @Nullable Control newControl) {
        Control known = newControl == null ? oldControl : newControl;
        String title = known == null ? control : known.title();
        List<Optional<DutyChange>> changes = new ArrayList<>();
        changes.add(DutyChange.between(control, title, null, Duty.of(from), Duty.of(to),
                Stream.concat(order(from, to).stream(), terms(oldControl, newControl).stream()).toList(),
                words(oldControl, newControl)));
        LinkedHashSet<String> variants = new LinkedHashSet<>(names(from));
        variants.addAll(names(to));
        variants.forEach(variant -> changes.add(DutyChange.between(control, title, variant, Duty.of(from, variant),
                Duty.of(to, variant), List.of(), List.of())));
        return changes.stream().flatMap(Optional::stream);
    }

    private static List<String> names(@Nullable Responsibility cell) {
        return cell == null ? List.of() : cell.variants().stream().map(Variant::name).toList();
    }

    /** The first variant that fits counts, so another order of those that stay is another duty. */
    private static List<FieldChange> order(@Nullable Responsibility from, @Nullable Responsibility to) {
        List<String> before = new ArrayList<>(names(from));
        List<String> after = new ArrayList<>(names(to));
        before.retainAll(names(to));
        after.retainAll(names(from));
        return before.equals(after)
                ? List.of()
                : List.of(new FieldChange("order of variants", FieldChange.list(before), FieldChange.list(after)));
    }

    /** A control that comes or goes with its cell says nothing more than the cell. */
    private static List<FieldChange> words(@Nullable Control from, @Nullable Control to) {
        return from == null || to == null
                ? List.of()
                : new FieldChange.Fields<>(from, to).with("control.title", Control::title)
                        .with("control.domain", Control::domain).with("control.description", Control::description)
                        .changes();
    }

    private static List<FieldChange> terms(@Nullable Control from, @Nullable Control to) {
        if (from == null || to == null) {
            return List.of();
        }
        return new FieldChange.Fields<>(from, to).with("control.subjectKind", control -> control.subjectKind().word())
                .with("control.mappings", control -> FieldChange.list(control.mappings().stream()
                        .map(it -> it.framework() + " " + it.requirement() + " " + it.relationship().word()).toList()))
                .changes();
    }

    private static List<FieldChange> service(ServiceModel from, ServiceModel to) {
        return new FieldChange.Fields<>(from, to).with("name", ServiceModel::name)
                .with("serviceClass", model -> model.serviceClass().word())
                .with("deliveryModel", model -> model.deliveryModel().word())
                .with("resourceTypes", model -> FieldChange.list(model.resourceTypes().stream().sorted().toList()))
                .with("description", ServiceModel::description)
                .with("unchecked", model -> FieldChange.list(model.unchecked().stream().map(ModelDiff::text).toList()))
                .with("sources", model -> Duty.sources(model.sources()))
                .changes();
    }

    private static String text(UncheckedRequirement it) {
        return it.framework() + " " + it.requirement() + " by " + it.control() + ": " + it.reason();
    }
}
