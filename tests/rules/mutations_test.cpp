// Errors planted in what the rules of derivatives and of vmap build (mutants.h) are noticed by the checks of those
// rules (checks.h). Each mutant lives in a process of its own, since some make the program crash. Here a few of each
// rule are tried; FLUXION_MUTANTS=all tries all, any other text those whose names contain it (scripts/mutate).
#include <fnmatch.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "tests/rules/mutants.h"
#include "tests/rules/programs.h"

namespace fluxion::rules {
namespace {

/// A program of the op, with an element type.
struct Subject {
  Typed typed;
  DType dtype;
};

/// The element types that have all the checks at hand, and no need of others beside them.
constexpr DType kMutationDtypes[] = {DType::f64, DType::c128, DType::i32, DType::bool_};

// Not compiled: code is generated for a wrong rule as for a right one.
void check(const Subject &subject, const std::string &op, std::string *programs = nullptr) {
  passes::Context context;
  auto module = parsed(subject.typed.text(subject.dtype, &context.context), &context.context);
  if (!module) return;
  RuleCheck rules(subject.typed.c, passes::onlyFunction(*module), fmt::format("{} of {}", op, name(subject.dtype)));
  checkInterpreted(rules, subject.typed, subject.dtype, *module);
  if (programs) *programs += rules.simplified();
}

struct Watching {
  explicit Watching(passes::RuleWatcher watcher) { passes::ruleWatcher() = std::move(watcher); }
  ~Watching() { passes::ruleWatcher() = nullptr; }
};

/// In a child: the first failure ends it.
class EndAtFailure : public testing::EmptyTestEventListener {
  void OnTestPartResult(const testing::TestPartResult &result) override {
    if (result.failed()) _exit(1);
  }
};

/// Whether a process that runs `body` fails, crashes or takes longer than `seconds`.
template <class F>
bool failsAlone(unsigned seconds, F body) {
  fflush(nullptr);  // or the child would write what is waiting once more
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen("/dev/null", "w", stderr) || !freopen("/dev/null", "w", stdout)) _exit(2);
    alarm(seconds);
    testing::UnitTest::GetInstance()->listeners().Append(new EndAtFailure);
    body();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

/// All programs that the checks make or evaluate, simplified.
std::string programsOf(llvm::ArrayRef<Subject> subjects, const std::string &op) {
  std::string text;
  passes::evaluationWatcher() = [&](mlir::func::FuncOp f) {
    passes::Func copy(f.clone());
    if (succeeded(passes::simplify(*copy))) text += passes::show(*copy);
  };
  for (const Subject &subject : subjects) check(subject, op, &text);
  passes::evaluationWatcher() = nullptr;
  return text;
}

/// Patterns for mutants that are no errors.
const std::vector<std::string> &equivalentPatterns() {
  static const std::vector<std::string> kPatterns = [] {
    std::vector<std::string> patterns;
    std::ifstream file(FLUXION_TEST_DATA "/../rules/equivalent_mutants.txt");
    for (std::string line; std::getline(file, line);)
      if (!line.empty() && line[0] != '#' && line[0] != ' ') patterns.push_back(line);
    return patterns;
  }();
  return kPatterns;
}
bool isEquivalent(const Mutant &mutant) {
  return llvm::any_of(equivalentPatterns(), [&](const std::string &pattern) {
    return fnmatch(pattern.c_str(), mutant.c_str(), FNM_NOESCAPE) == 0;
  });
}

/// Those to try, of each transformation: all, those that were asked for, or a few that a hash of the names picks.
std::vector<Mutant> chosen(const std::map<Mutant, std::vector<size_t>> &mutants) {
  constexpr size_t kOfEach = 2;
  const char *wanted = getenv("FLUXION_MUTANTS");
  std::map<llvm::StringRef, std::vector<std::pair<uint64_t, Mutant>>> drawn;
  for (auto &[mutant, subjects] : mutants) {
    if (wanted && wanted != llvm::StringRef("all") && mutant.find(wanted) == std::string::npos) continue;
    drawn[llvm::StringRef(mutant).split(' ').first].emplace_back(llvm::xxh3_64bits(mutant), mutant);
  }
  std::vector<Mutant> result;
  for (auto &[transformation, all] : drawn) {
    llvm::sort(all);
    if (!wanted && all.size() > kOfEach) all.resize(kOfEach);
    for (auto &[hash, mutant] : all) result.push_back(mutant);
  }
  return result;
}

class Mutations : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::vector<Typed> cases = casesOf(GetParam(), &context_.context);
    for (const Typed &typed : cases)
      for (DType dtype : kMutationDtypes)
        if (parsed(typed.text(dtype, &context_.context), &context_.context)) subjects_.push_back({typed, dtype});
  }

  /// The mutants of the op's rules, with the subjects in which they would show.
  std::map<Mutant, std::vector<size_t>> mutants() {
    std::map<Mutant, std::vector<size_t>> result;
    for (auto [i, subject] : llvm::enumerate(subjects_)) {
      std::set<Mutant> own;
      Watching watching([&](const passes::RuleRun &run) {
        if (run.op->getName().getStringRef() == GetParam()) collect(run, own);
      });
      check(subject, GetParam());
      for (const Mutant &mutant : own) result[mutant].push_back(i);
    }
    return result;
  }

  bool isNoticed(const Mutant &mutant, llvm::ArrayRef<size_t> subjects) {
    return failsAlone(60, [&] {
      Watching watching([&](const passes::RuleRun &run) { plant(run, mutant); });
      for (size_t i : subjects) check(subjects_[i], GetParam());
    });
  }

  /// Whether all programs are the same with the error and without, but for what simplification takes away. Only of one
  /// that is not noticed: of others the checks do not come to their end.
  bool changesNothing(const Mutant &mutant, llvm::ArrayRef<size_t> subjects) {
    const auto own = llvm::map_to_vector(subjects, [&](size_t i) { return subjects_[i]; });
    const std::string right = programsOf(own, GetParam());
    Watching watching([&](const passes::RuleRun &run) { plant(run, mutant); });
    return programsOf(own, GetParam()) == right;
  }

  passes::Context context_;
  std::vector<Subject> subjects_;
};

TEST_P(Mutations, AreNoticed) {
  const std::map<Mutant, std::vector<size_t>> all = mutants();
  ASSERT_FALSE(HasFailure()) << "without an error planted";
  const std::vector<Mutant> tried = chosen(all);
  size_t noticed = 0, equivalent = 0;
  std::vector<std::string> wrong;  // told at the end: what fails here would fail in the children
  for (const Mutant &mutant : tried) {
    const bool failed = isNoticed(mutant, all.at(mutant)), listed = isEquivalent(mutant);
    if (!failed && !listed && changesNothing(mutant, all.at(mutant))) {
      ++equivalent;
      continue;
    }
    noticed += failed;
    equivalent += listed && !failed;
    if (failed && listed) wrong.push_back(mutant + "  is noticed, though equivalent_mutants.txt says that it cannot");
    if (!failed && !listed) wrong.push_back(mutant + "  is not noticed");
  }
  for (const std::string &what : wrong) ADD_FAILURE() << what;
  fmt::print("{}: {} mutants, {} tried, {} noticed, {} equivalent, {} missed\n", GetParam(), all.size(), tried.size(),
             noticed, equivalent, tried.size() - noticed - equivalent);
}

INSTANTIATE_TEST_SUITE_P(Ops, Mutations, testing::ValuesIn(allOps()),
                         [](const auto &info) { return info.param.substr(3); });

}  // namespace
}  // namespace fluxion::rules
