package dev.demarc.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

class UnneededTest {

    @Test
    void each_name_is_that_of_an_auto_configuration_on_the_class_path() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .containsAll(Unneeded.NAMES);
    }

    @Test
    void no_name_stands_twice() {
        assertThat(Unneeded.NAMES).doesNotHaveDuplicates();
    }
}
