package dev.demarc.catalog.compare;

import java.util.List;

/** A control that the customer has a part in on one side at least, with what each side says. */
public record Duty(
        String control,
        String title,
        String domain,
        Change change,
        List<Side> from,
        List<Side> to) {}
