// A large value that is never changed once it is made: copies of the handle share it, and compare as it does.
#pragma once

#include <memory>
#include <utility>

namespace orgsim {

template <class T>
class Shared {
 public:
  Shared() = default;  // holds nothing
  explicit Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }

  bool operator==(const Shared& other) const {
    return value_ == other.value_ || (value_ && other.value_ && *value_ == *other.value_);
  }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace orgsim
