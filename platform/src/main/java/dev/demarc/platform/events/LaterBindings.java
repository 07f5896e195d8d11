package dev.demarc.platform.events;

import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * The binder's consumers, made when {@link Bindings} asks and not while the context starts: there the binder blocks for
 * seconds for each topic that is missing, and for ten minutes without a broker.
 */
final class LaterBindings extends InputBindingLifecycle {

    LaterBindings(BindingService service, Map<String, Bindable> bindables) {
        super(service, bindables);
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** Puts this in the place of Spring Cloud Stream's own. */
    static final class Replacement implements BeanDefinitionRegistryPostProcessor {

        private static final String NAME = "inputBindingLifecycle";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            if (registry.containsBeanDefinition(NAME)) {
                registry.removeBeanDefinition(NAME);
                RootBeanDefinition later = new RootBeanDefinition(LaterBindings.class);
                later.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
                later.setDependsOn("bindingService");
                registry.registerBeanDefinition(NAME, later);
            }
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
            // the definitions are all that changes
        }
    }
}
