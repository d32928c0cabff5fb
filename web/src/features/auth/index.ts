export { NewFactorPage } from './NewFactorPage'
export { NewPasswordPage } from './NewPasswordPage'
export { SetUpPage } from './SetUpPage'
export { SignInPage } from './SignInPage'
