/** Teams, workloads and accounts: what outcomes depend on besides the resource. */
@NullMarked
package dev.demarc.contracts.context;

import org.jspecify.annotations.NullMarked;
