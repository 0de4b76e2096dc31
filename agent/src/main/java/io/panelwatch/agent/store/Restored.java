package io.panelwatch.agent.store;

import java.nio.file.Path;

/**
 * What became of a backup that was put in the place of a fault memory.
 *
 * @param replaced where the former database is kept
 * @param episodes how many are remembered now
 * @param ended how many of them the backup had as active, and nothing knows of any more: they were
 *     told as ended
 */
public record Restored(Path replaced, long episodes, long ended) {}
