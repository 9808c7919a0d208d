// In the tests for ThreadSanitizer oneTBB's tasks run one after the other in the thread that gave
// them: Debian builds oneTBB without ThreadSanitizer, which then takes the end of a parallel loop for
// nothing, and all that was written in it for a race. Threads of our own are watched as they run.

#include <tbb/global_control.h>

namespace {

const tbb::global_control oneWorker(tbb::global_control::max_allowed_parallelism, 1);

} // namespace
