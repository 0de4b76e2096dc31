/**
 * What a person looks at from time to time, because no sensor sees it.
 *
 * <p>{@link io.panelwatch.agent.inspection.InspectionRecord} says that somebody has.
 */
@NullMarked
package io.panelwatch.agent.inspection;

import org.jspecify.annotations.NullMarked;
