package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import java.util.List;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/** Starts and stops the consumers of functions by the functions' names; none starts by itself. */
public final class Bindings {

    private final BindingsLifecycleController controller;

    Bindings(BindingsLifecycleController controller) {
        this.controller = controller;
    }

    /** Starts the consumers of these functions; blocks until they run, also while the broker is away. */
    public void start(String... functions) {
        for (String function : functions) {
            String binding = binding(function);
            Patience.until("starting " + binding, () -> {
                controller.start(binding);
                if (!isRunning(function)) {
                    throw new Unavailable(binding + " is not bound yet", null);
                }
                return true;
            });
        }
    }

    /** Stops the consumers of these functions after their current batch. */
    public void stop(String... functions) {
        for (String function : functions) {
            controller.stop(binding(function));
        }
    }

    /** Whether the consumer of this function polls. */
    public boolean isRunning(String function) {
        List<Binding<?>> found = controller.queryState(binding(function));
        return !found.isEmpty() && found.stream().allMatch(Binding::isRunning);
    }

    private static String binding(String function) {
        return function + "-in-0";
    }
}
