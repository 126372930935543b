#include "in_order.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace onrecord::cli {
namespace {

constexpr std::size_t kReportsAThread = 4;
constexpr std::size_t kMostBytes = 64U << 20U;

struct Job {
  explicit Job(Result<Report> given) : report(std::move(given)), size(report ? report->bytes.size() : 0) {}
  Result<Report> report;
  std::size_t size;
  Outcome outcome = {};
  bool done = false;
};

class Line {
 public:
  Line(unsigned threads, const Work& work, const Sink& sink)
      : most_jobs_(kReportsAThread * threads), work_(work), sink_(sink) {
    for (unsigned i = 0; i < threads; ++i) workers_.emplace_back([this] { run_worker(); });
  }

  ~Line() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  bool give(Result<Report> report) {
    auto job = std::make_shared<Job>(std::move(report));
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || has_room(job->size); });
    if (stopped_) return false;
    bytes_ += job->size;
    waiting_.push_back(job);
    in_order_.push_back(std::move(job));
    changed_.notify_all();
    return true;
  }

 private:
  bool has_room(std::size_t size) const {
    return in_order_.empty() || (in_order_.size() < most_jobs_ && bytes_ + size <= kMostBytes);
  }

  void run_worker() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return stopped_ || closed_ || !waiting_.empty(); });
      if (stopped_ || waiting_.empty()) return;
      const std::shared_ptr<Job> job = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      job->outcome = work_(std::move(job->report));
      job->report = Report{};  // What was moved from may still hold memory.
      lock.lock();
      job->done = true;
      tell(lock);
    }
  }

  // Tells all outcomes whose turn has come, unless another thread is at it: that one will see them too.
  void tell(std::unique_lock<std::mutex>& lock) {
    if (telling_) return;
    telling_ = true;
    while (!stopped_ && !in_order_.empty() && in_order_.front()->done) {
      const std::shared_ptr<Job> job = std::move(in_order_.front());
      in_order_.pop_front();
      bytes_ -= job->size;
      lock.unlock();
      const bool more = sink_(std::move(job->outcome));
      lock.lock();
      stopped_ = stopped_ || !more;
      changed_.notify_all();
    }
    telling_ = false;
  }

  const std::size_t most_jobs_;
  const Work& work_;
  const Sink& sink_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> waiting_;   // Not begun.
  std::deque<std::shared_ptr<Job>> in_order_;  // Not told: those waiting, begun and done.
  std::size_t bytes_ = 0;                      // Of those not told.
  bool telling_ = false, closed_ = false, stopped_ = false;

  std::vector<std::thread> workers_;  // Last: they use all of the above.
};

}  // namespace

void run_in_order(unsigned threads, const Source& source, const Work& work, const Sink& sink) {
  if (threads <= 1) {
    source([&](Result<Report> report) { return sink(work(std::move(report))); });
    return;
  }
  Line line(threads, work, sink);
  source([&](Result<Report> report) { return line.give(std::move(report)); });
}

}  // namespace onrecord::cli
