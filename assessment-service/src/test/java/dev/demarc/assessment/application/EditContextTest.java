package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditContextTest {

    private final Kept store = new Kept();
    private final List<PendingEvent> told = new ArrayList<>();
    private boolean away;
    private final EditContext edit = new EditContext(store, this::publish, new Snapshots(), Clock.systemUTC());

    private void publish(List<PendingEvent> events) {
        if (away) {
            throw new Unavailable("the broker is away", null);
        }
        told.addAll(events);
    }

    @Test
    void an_edit_is_made_by_the_write_and_told_later_where_the_broker_is_away() {
        away = true;
        assertThat(edit.put(new Team("web", "Web", List.of(), null), null))
                .isInstanceOf(EditContext.Answer.Written.class);
        assertThat(store.find("team", "web")).isPresent();
        assertThat(told).isEmpty();

        away = false;
        assertThat(edit.sweep()).isOne();
        assertThat(told).hasSize(1);
        assertThat(edit.sweep()).isZero();
    }

    /** One kind of items, in memory. */
    private static final class Kept implements ContextStore {

        private final Map<String, ContextChanged> items = new HashMap<>();
        private final Set<String> unpublished = new HashSet<>();
        private long revision;

        @Override
        public long nextRevision() {
            return ++revision;
        }

        @Override
        public boolean replace(ContextChanged edit, long expectedRevision) {
            items.put(edit.id(), edit);
            return unpublished.add(edit.id());
        }

        @Override
        public void published(ContextChanged edit) {
            unpublished.remove(edit.id());
        }

        @Override
        public Optional<ContextChanged> find(String kind, String id) {
            return Optional.ofNullable(items.get(id));
        }

        @Override
        public List<ContextChanged> page(String kind, @Nullable String after, int limit) {
            return List.copyOf(items.values());
        }

        @Override
        public long count(String kind) {
            return items.size();
        }

        @Override
        public List<ContextChanged> unpublished(int limit) {
            return unpublished.stream().map(items::get).toList();
        }
    }
}
