package io.panelwatch.agent.state;

import io.panelwatch.agent.fault.Text;
import java.time.Instant;

/** Announced maintenance ({@code dn/notice}), shown before and during it. */
public record Notice(long backendEpoch, long rev, Instant from, Instant until, Text text) {}
