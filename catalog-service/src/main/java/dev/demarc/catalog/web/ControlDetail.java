package dev.demarc.catalog.web;

import dev.demarc.contracts.catalog.Control;
import java.util.List;

/** A control with its cells in all service models in force, by key. */
public record ControlDetail(
        Control control,
        List<Cell> cells) {}
