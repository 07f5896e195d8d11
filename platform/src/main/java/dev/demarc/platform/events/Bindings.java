package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import java.util.List;
import org.springframework.cloud.stream.binder.Binding;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/** Starts and stops the consumers of functions by the functions' names; none starts by itself. */
public final class Bindings {

    private final BindingsLifecycleController controller;
    private final InputBindingLifecycle lifecycle;

    Bindings(BindingsLifecycleController controller, InputBindingLifecycle lifecycle) {
        this.controller = controller;
        this.lifecycle = lifecycle;
    }

    /** Starts the consumers of these functions, whose topics must be there; blocks until they run. */
    public void start(String... functions) {
        synchronized (lifecycle) {
            lifecycle.start();
        }
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
